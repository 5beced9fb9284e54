package io.muster.app.slack.checklist;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.TaskCommand;
import io.muster.core.policy.Item;
import io.muster.core.policy.ItemName;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One checklist item at a time, typed. */
public final class TaskConversation implements Conversation {
    private static final Pattern OVERRIDE = Pattern.compile("(?is)^override\\s*:?\\s*(.*)$");

    private static final List<String> WISHES =
            List.of("done", "tick", "open", "untick", "na", "n/a", "assign", "link");

    private final Reception reception;
    private final ChecklistConversation checklist;

    /** In front of this reception; what is no wish about an item opens the checklist. */
    public TaskConversation(Reception reception, ChecklistConversation checklist) {
        this.reception = reception;
        this.checklist = checklist;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                "task",
                "done|open|na|assign|link <item> …",
                "one checklist item: tick it, rule it out, give it to someone",
                this::typed);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] verb = Typing.split(rest.rest());
                    String[] item = Typing.split(verb[1]);
                    boolean isWish = !item[0].isEmpty() && WISHES.contains(low(verb[0]));
                    return isWish
                            ? act(id, typed, rest, low(verb[0]), item)
                            : checklist.typed(typed);
                });
    }

    private Answer act(IncidentId id, Typed typed, Typed rest, String wish, String[] item) {
        Optional<IncidentView> view = reception.view(id, typed.by());
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        ItemName name = find(view.get(), item[0]);
        String words = item[1];
        return switch (wish) {
            case "done", "tick" ->
                    ask(id, typed, new IncidentCommand.Tick(name, override(words)), "Ticked");
            case "open", "untick" -> ask(id, typed, new IncidentCommand.Untick(name), "Open again");
            case "na", "n/a" ->
                    ask(
                            id,
                            typed,
                            new TaskCommand.RuleOut(name, FreeText.of(words)),
                            "Not applicable");
            case "link" ->
                    ask(id, typed, new TaskCommand.LinkItem(name, FreeText.of(words)), "Linked");
            default -> assign(id, typed, rest, name, words);
        };
    }

    private Answer assign(IncidentId id, Typed typed, Typed rest, ItemName name, String words) {
        if (low(words).equals("nobody")) {
            return ask(
                    id, typed, new TaskCommand.AssignItem(name, Optional.empty()), "Nobody's now");
        }
        Optional<PersonId> person =
                low(words).equals("me") ? Optional.of(typed.by()) : Typing.person(rest.raw());
        return person.isEmpty()
                ? Answer.whisper(
                        "Say who: `/incident task assign "
                                + Mrkdwn.escape(name.value())
                                + " @person`, `me` or `nobody`.")
                : ask(id, typed, new TaskCommand.AssignItem(name, person), "Assigned");
    }

    private Answer ask(IncidentId id, Typed typed, IncidentCommand command, String done) {
        return reception.ask(
                id,
                command,
                typed.knock(),
                after -> Answer.whisper(done + ". `/incident checklist` shows them all."));
    }

    /** The name as it stands in the policy, or the only one that begins so. */
    private static ItemName find(IncidentView view, String word) {
        String said = low(word);
        List<ItemName> near =
                view.policy().phases().stream()
                        .flatMap(p -> p.items().stream())
                        .map(Item::name)
                        .filter(name -> name.value().startsWith(said))
                        .toList();
        boolean exact = near.stream().anyMatch(name -> name.value().equals(said));
        return near.size() == 1 && !exact ? near.getFirst() : new ItemName(said);
    }

    private static FreeText override(String words) {
        Matcher matcher = OVERRIDE.matcher(words.strip());
        return matcher.matches() ? FreeText.of(matcher.group(1)) : FreeText.NONE;
    }

    private static String low(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
