package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.action.Specific;

import java.util.Optional;

/** What an action item says: specific enough to be judged by, and not changed once it was. */
final class ActionWords {
    private ActionWords() {}

    static Decision describe(ActionItem item, ActionCommand.DescribeAction c) {
        boolean sameWords =
                item.text().equals(c.text())
                        && item.kind() == c.kind()
                        && item.verification().equals(c.verification());
        if (sameWords && item.ticket().equals(c.ticket())) {
            return Decision.refuse("It says so already.");
        }
        if (!item.isOpen() && !sameWords) {
            return settled(item);
        }
        return (sameWords ? Optional.<Decision>empty() : vague(c.text(), c.verification()))
                .orElseGet(() ->
                        Decision.accept(
                                new ActionEvent.ActionDescribed(
                                        c.number(),
                                        c.text(),
                                        c.kind(),
                                        c.verification(),
                                        c.ticket())));
    }

    private static Decision settled(ActionItem item) {
        return Decision.refuse(
                Phrase.of("Action item " + item.number() + " is " + item.state().word())
                        .say(", and its words stay as they were then. Open it again first: ")
                        .code("/incident action reopen " + item.number() + " <reason>")
                        .say("."));
    }

    /** Vague words are good enough where it is said how to know that it is done. */
    static Optional<Decision> vague(FreeText text, FreeText verification) {
        return Specific.tooShort(text.text())
                .map(Decision::refuse)
                .or(() ->
                        Specific.vague(text.text())
                                .filter(words -> verification.isBlank())
                                .map(ActionWords::askBack));
    }

    private static Decision askBack(String words) {
        return Decision.refuse(
                Phrase.of("\"")
                        .quote(new FreeText(words))
                        .say(
                                "\" can mean many things. Say what exactly will be different, or"
                                        + " how we will know that it is done."));
    }
}
