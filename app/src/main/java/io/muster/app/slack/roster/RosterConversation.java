package io.muster.app.slack.roster;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who takes which role, who is called. */
public final class RosterConversation implements Conversation {
    private static final String ROLES = "roles";

    /** A form with more fields than this is no help in an emergency. */
    private static final int MOST_ROLES = 8;

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public RosterConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("assign", "<role> @person", "give someone a role", this::assign)
                .alias("role", "assign")
                .verb("page", "<role> [reason]", "call whoever is on duty in a role", this::page)
                .verb("escalate", "[reason]", "call the next person up", this::escalate)
                .button(ROLES, this::open)
                .button("escalate", this::escalate)
                .modal(ROLES, this::submitted);
    }

    private Answer assign(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] words = Typing.split(rest.rest());
                    if (words[0].isBlank()) {
                        return open(typed.from().trigger(), id, typed.by());
                    }
                    Optional<PersonId> person = who(rest, words[1]);
                    return person.isEmpty()
                            ? Answer.whisper(
                                    "Say who: `/incident assign "
                                            + Mrkdwn.escape(words[0])
                                            + " @person`. Pick the person from the list that Slack offers"
                                            + " while you type.")
                            : reception.ask(
                                    id,
                                    new IncidentCommand.AssignRole(
                                            role(words[0], id, typed), person.get()),
                                    typed.knock(),
                                    after ->
                                            Answer.whisper(
                                                    "Done: "
                                                            + Mrkdwn.mention(person.get())
                                                            + " is told in the channel."));
                });
    }

    private static Optional<PersonId> who(Typed rest, String said) {
        return said.equalsIgnoreCase("me") ? Optional.of(rest.by()) : Typing.person(rest.raw());
    }

    /** People type the name or the title of a role. */
    private RoleName role(String word, IncidentId id, Typed typed) {
        Policy policy =
                reception
                        .view(id, typed.by())
                        .map(IncidentView::policy)
                        .orElseGet(reception::policy);
        String said = word.toLowerCase(Locale.ROOT);
        return policy.roles().stream()
                .filter(r -> r.name().value().equals(said) || r.title().equalsIgnoreCase(said))
                .findFirst()
                .map(Role::name)
                .orElseGet(() -> new RoleName(said.equals("ic") ? Role.COMMANDER.value() : said));
    }

    private Answer page(Typed typed) {
        return reception.about(
                typed,
                (id, rest) -> {
                    String[] words = Typing.split(rest.rest());
                    return words[0].isBlank()
                            ? Answer.whisper(
                                    "Say whom: `/incident page <role> [reason]`. `/incident oncall` shows who holds what.")
                            : reception.ask(
                                    id,
                                    new IncidentCommand.Page(
                                            role(words[0], id, typed), FreeText.of(words[1])),
                                    typed.knock(),
                                    after -> Answer.whisper("They are being called."));
                });
    }

    private Answer escalate(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new IncidentCommand.Escalate(FreeText.of(rest.rest())),
                                typed.knock(),
                                after -> Answer.whisper("The next person up is being called.")));
    }

    private Answer escalate(Pressed pressed) {
        return pressed.incident()
                .map(id ->
                        reception.ask(
                                id,
                                new IncidentCommand.Escalate(FreeText.NONE),
                                pressed.knock(),
                                after -> Answer.silence()))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Pressed pressed) {
        return pressed.incident()
                .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                .orElseGet(reception::nothingHere);
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, form(view.get()))).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Press again, or type `/incident assign <role>"
                                + " @person`.");
    }

    private static View form(IncidentView view) {
        List<LayoutBlock> fields = new ArrayList<>();
        for (Role role : assignable(view)) {
            fields.add(
                    Forms.person(
                            role.name().value(),
                            role.title(),
                            view.incident().holder(role.name())));
        }
        long more = roles(view).count() - MOST_ROLES;
        if (more > 0) {
            fields.add(
                    Shapes.context(
                            "… and " + more + " more roles: `/incident assign <role> @person`"));
        }
        return Forms.modal(
                ROLES,
                "Assign roles",
                "Assign",
                String.valueOf(view.incident().id().number()),
                fields);
    }

    /** The commander first, then those who hold something, then the policy's order. */
    private static List<Role> assignable(IncidentView view) {
        return roles(view)
                .sorted(Comparator.comparingInt(r -> place(r, view)))
                .limit(MOST_ROLES)
                .toList();
    }

    private static Stream<Role> roles(IncidentView view) {
        return view.policy().roles().stream().filter(role -> !role.audience());
    }

    private static int place(Role role, IncidentView view) {
        if (role.name().equals(Role.COMMANDER)) {
            return 0;
        }
        return view.incident().holder(role.name()).isPresent() ? 1 : 2;
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<IncidentView> view = form.incident().flatMap(id -> reception.view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        List<IncidentCommand> commands = new ArrayList<>();
        for (Role role : roles(view.get()).toList()) {
            String field = role.name().value();
            Optional<PersonId> holder = view.get().incident().holder(role.name());
            form.person(field)
                    .filter(chosen -> form.changed(field) && !holder.equals(Optional.of(chosen)))
                    .map(chosen -> new IncidentCommand.AssignRole(role.name(), chosen))
                    .ifPresent(commands::add);
        }
        if (commands.isEmpty()) {
            return ModalAnswer.close();
        }
        return switch (reception.askAll(view.get().incident().id(), commands, form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) ->
                    ModalAnswer.refused(assignable(view.get()).getFirst().name().value(), words);
        };
    }
}
