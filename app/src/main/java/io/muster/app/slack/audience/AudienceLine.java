package io.muster.app.slack.audience;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Cell;
import io.muster.core.fact.Answer;
import io.muster.core.roster.Contact;
import io.muster.core.roster.Roster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One audience in words: where it stands, and what to do next. Shown only to those who may see the
 * incident, and never in a channel: it holds addresses.
 */
record AudienceLine(IncidentView view, Roster roster) {
    private static final int LONGEST_NOTE = 300;

    String of(Audience audience) {
        String title = " *" + Mrkdwn.escape(audience.title()) + "*";
        if (audience.told().isPresent()) {
            return "✅" + title + " · " + told(audience, audience.told().get()) + seen(audience);
        }
        if (audience.ruledOut().isPresent()) {
            return "➖" + title + " · " + ruledOut(audience, audience.ruledOut().get());
        }
        return audience.owed()
                .map(cell -> mark(audience) + title + " · " + due(audience, cell))
                .orElse("➖" + title + " · no longer owed at " + view.incident().severity());
    }

    private String mark(Audience audience) {
        return audience.late(view.now()) ? "🔴" : "⏳";
    }

    private String told(Audience audience, Audience.Word word) {
        String people =
                word.people().stream().map(Mrkdwn::mention).collect(Collectors.joining(", "));
        String how =
                switch (word.how()) {
                    case CALL -> "called " + people;
                    case MESSAGE -> "told " + people + by(word);
                    case DIGEST -> "told " + people + " in the daily digest";
                    case EMAIL -> "told by e-mail";
                    case BY_HAND -> "told by hand" + by(word);
                    case EXERCISE -> "telling them was exercised" + by(word);
                    case NOTICE ->
                            "told by notice "
                                    + Mrkdwn.escape(
                                            word.notice().map(Audience.Notice::title).orElse(""))
                                    + by(word);
                };
        String note = word.note().isBlank() ? "" : "\n" + quote(word.note());
        return how
                + ", "
                + Mrkdwn.dateTime(word.at())
                + (audience.late(view.now()) ? ", *late*" : "")
                + note;
    }

    private static String by(Audience.Word word) {
        return word.by().person().map(p -> " by " + Mrkdwn.mention(p)).orElse(" by Muster");
    }

    private static String seen(Audience audience) {
        boolean canSay = audience.told().filter(word -> !word.people().isEmpty()).isPresent();
        if (audience.seen().isEmpty()) {
            return canSay ? "\nNot yet confirmed as seen" : "";
        }
        return "\nSeen by "
                + audience.seen().stream()
                        .map(s -> Mrkdwn.mention(s.person()) + ", " + Mrkdwn.dateTime(s.at()))
                        .collect(Collectors.joining("; "));
    }

    private static String ruledOut(Audience audience, Audience.RuledOut why) {
        String asked =
                why.question().isPresent()
                        ? audience.owed()
                                .flatMap(Cell::question)
                                .map(q -> Mrkdwn.escape(q) + " No. ")
                                .orElse("")
                        : "";
        String reason = why.reason().isBlank() ? "" : quote(why.reason()) + " ";
        String by = why.by().person().map(Mrkdwn::mention).orElse("Muster");
        return "not applicable: "
                + (why.waived().isPresent() ? "it was decided not to notify. " : "")
                + asked
                + reason
                + "("
                + by
                + ", "
                + Mrkdwn.dateTime(why.at())
                + ")";
    }

    private String due(Audience audience, Cell cell) {
        String due =
                (audience.late(view.now()) ? "*overdue* since " : "due ")
                        + Mrkdwn.dateTime(cell.due());
        return due + condition(cell) + "\n" + todo(audience, cell);
    }

    private String condition(Cell cell) {
        if (cell.question().isEmpty()) {
            return "";
        }
        String answer =
                switch (answer(cell).orElse(null)) {
                    case YES -> " Yes.";
                    case NO -> " No.";
                    case UNKNOWN -> " Not known yet, so the clock runs.";
                    case null -> " Nobody has answered, so the clock runs.";
                };
        return "\nOnly if: " + Mrkdwn.escape(cell.question().get()) + answer;
    }

    private String todo(Audience audience, Cell cell) {
        List<PersonId> people = people(audience);
        if (!cell.people()) {
            return "To do by hand.";
        }
        if (!people.isEmpty()) {
            return todo(cell, people);
        }
        List<Contact> contacts = roster.elsewhere(audience.role());
        return contacts.isEmpty()
                ? "Nobody holds this role. Name someone with `/incident assign "
                        + audience.role()
                        + " @person`, or tell somebody and record it."
                : ReachWords.of(view, roster, audience)
                        + contacts.stream()
                                .map(c -> Mrkdwn.escape(c.name() + ", " + c.address()))
                                .collect(Collectors.joining("; "));
    }

    private String todo(Cell cell, List<PersonId> people) {
        String who = people.stream().map(Mrkdwn::mention).collect(Collectors.joining(", "));
        return switch (cell.when()) {
            case AT_ONCE -> "Is called as soon as the answer is yes: " + who;
            case WITHIN ->
                    "Muster writes to "
                            + who
                            + " by itself at "
                            + Mrkdwn.dateTime(cell.byItself(view.incident().declaredAt()))
                            + " at the latest.";
            case DIGEST -> "The daily digest goes to " + who + ".";
        };
    }

    /** Those whom Muster can write to. */
    List<PersonId> people(Audience audience) {
        return view.incident()
                .holder(audience.role())
                .map(List::of)
                .orElseGet(() -> roster.holders(audience.role()));
    }

    Optional<Answer> answer(Cell cell) {
        return cell.onlyIf().flatMap(view.incident().dossier().facts()::answer);
    }

    boolean conditionHolds(Cell cell) {
        return cell.onlyIf().isEmpty() || answer(cell).equals(Optional.of(Answer.YES));
    }

    private static String quote(FreeText words) {
        return "“" + Mrkdwn.escape(Foreign.atMost(words.text(), LONGEST_NOTE)) + "”";
    }
}
