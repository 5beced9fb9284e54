package io.muster.app.slack.oncall;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.desk.DutyDesk;
import io.muster.app.desk.Knock;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.program.ProgramCommand;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is on call, and standing in for each other. */
public final class OnCallConversation implements Conversation {
    static final String SHOW = "oncall-show";
    static final String SHEET = "oncall-sheet";
    static final String TAKE = "oncall-take";
    static final String CANCEL = "oncall-cancel";
    static final String OVERRIDE = "oncall-override";

    private static final String PERSON = "person";
    private static final String ROLE = "role";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String REASON = "reason";
    private static final Duration USUAL = Duration.ofHours(8);
    private static final int MOST_OPTIONS = 100;

    private final Reception reception;
    private final Modals modals;
    private final DutyDesk duty;

    /** In front of this desk. */
    public OnCallConversation(Reception reception, Modals modals, DutyDesk duty) {
        this.reception = reception;
        this.modals = modals;
        this.duty = duty;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        "oncall",
                        "[override @person [role] | take [role] | cancel <number>]",
                        "who is on call, until when, who is next; stand in for each other",
                        this::typed)
                .alias("on-call", "oncall")
                .button(SHOW, pressed -> show(pressed.by()))
                .button(SHEET, this::sheet)
                .button(TAKE, this::take)
                .button(CANCEL, this::cancel)
                .button(OVERRIDE, this::open)
                .modal(OVERRIDE, this::submitted);
    }

    private Answer typed(Typed typed) {
        String[] words = Typing.split(typed.rest());
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> show(typed.by());
            case "override" -> open(typed.from(), Typing.person(typed.raw()), roleIn(words[1]));
            case "take" -> take(roleOr(words[1]), typed.by(), typed.knock());
            case "cancel" -> cancel(words[1], typed.knock(), () -> show(typed.by()));
            default ->
                    Answer.whisper(
                            "Say `/incident oncall` to see who is on call, `/incident oncall"
                                    + " override @person <role>` to let somebody stand in,"
                                    + " `/incident oncall take <role>` to take the shift yourself,"
                                    + " `/incident oncall cancel <number>` to end an override.");
        };
    }

    private Answer show(PersonId reader) {
        return Answer.whisper(sheet().message(reader));
    }

    /** Where there is no place for words that only one person sees, a sheet opens. */
    private Answer sheet(Pressed pressed) {
        return pressed.from()
                        .trigger()
                        .filter(t -> modals.open(t, sheet().view(pressed.by())))
                        .isPresent()
                ? Answer.silence()
                : Answer.whisper("The sheet did not open in time. Press again.");
    }

    private OnCallSheet sheet() {
        return new OnCallSheet(duty.seen(), reception.policy());
    }

    private Answer take(Pressed pressed) {
        return shown(
                pressed,
                take(
                        Optional.of(new RoleName(pressed.parameter())),
                        pressed.by(),
                        pressed.knock()));
    }

    /** In the sheet the answer stands above what is true now; elsewhere it is whispered. */
    private Answer shown(Pressed pressed, Answer answer) {
        if (pressed.inView().isEmpty()) {
            return answer;
        }
        View now = sheet().view(pressed.by());
        modals.refresh(
                pressed.inView().get(),
                answer instanceof Answer.Whisper(Message said) ? Forms.saying(said, now) : now);
        return Answer.silence();
    }

    /** From now until the shift of whoever is on call ends. */
    private Answer take(Optional<RoleName> said, PersonId by, Knock knock) {
        DutyDesk.Seen seen = duty.seen();
        RoleName role = said.orElseGet(this::usual);
        Instant until = seen.plan().watch(role, seen.now()).until().orElse(seen.now().plus(USUAL));
        return duty.handle(
                        new ProgramCommand.OverrideOnCall(
                                role, by, seen.now(), until, FreeText.NONE, true),
                        knock)
                .map(Answer::whisper)
                .orElseGet(() ->
                        Answer.whisper(
                                "You are on call now as "
                                        + Mrkdwn.escape(reception.policy().titleOf(role))
                                        + " until "
                                        + Mrkdwn.dateTime(until)
                                        + ". Pages come to you from this moment."));
    }

    private Answer cancel(Pressed pressed) {
        return shown(
                pressed,
                cancel(
                        pressed.parameter(),
                        pressed.knock(),
                        () -> pressed.inView().isEmpty() ? show(pressed.by()) : Answer.silence()));
    }

    private Answer cancel(String number, Knock knock, Supplier<Answer> done) {
        if (!number.strip().matches("[1-9]\\d{0,8}")) {
            return Answer.whisper(
                    "Say which: `/incident oncall cancel <number>`. `/incident oncall` shows the"
                            + " numbers.");
        }
        return duty.handle(
                        new ProgramCommand.CancelOverride(Integer.parseInt(number.strip())), knock)
                .map(Answer::whisper)
                .orElseGet(done);
    }

    /** In the sheet the form takes its place; elsewhere it opens. */
    private Answer open(Pressed pressed) {
        if (pressed.inView().isPresent()) {
            modals.refresh(pressed.inView().get(), form(Optional.empty(), Optional.empty()));
            return Answer.silence();
        }
        return open(pressed.from(), Optional.empty(), Optional.empty());
    }

    private Answer open(Delivered from, Optional<PersonId> person, Optional<RoleName> role) {
        return from.trigger().filter(t -> modals.open(t, form(person, role))).isPresent()
                ? Answer.silence()
                : Answer.whisper("The form did not open in time. Try again.");
    }

    private View form(Optional<PersonId> person, Optional<RoleName> said) {
        DutyDesk.Seen seen = duty.seen();
        RoleName role = said.orElseGet(this::usual);
        Instant from = seen.now().truncatedTo(ChronoUnit.MINUTES);
        Instant until =
                seen.plan()
                        .watch(role, seen.now())
                        .until()
                        .filter(end -> end.isBefore(from.plus(Duration.ofDays(14))))
                        .orElse(from.plus(USUAL));
        List<LayoutBlock> fields =
                List.of(
                        Forms.required(Forms.person(PERSON, "Who stands in?", person)),
                        Forms.choice(ROLE, "As what?", roles(), Optional.of(role.value()), false),
                        Forms.required(Forms.when(FROM, "From", "In your own time zone.", from)),
                        Forms.required(Forms.when(UNTIL, "Until", "", until)),
                        Forms.lineIfAny(REASON, "Why?", "Shown to all, if you say it.", ""));
        return Forms.modal(OVERRIDE, "Override on call", "Override", "", fields);
    }

    private List<OptionObject> roles() {
        return reception.policy().roles().stream()
                .filter(role -> !role.audience())
                .limit(MOST_OPTIONS)
                .map(role -> Shapes.option(role.title(), role.name().value()))
                .toList();
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<PersonId> person = form.person(PERSON);
        Optional<Instant> from = form.instant(FROM);
        Optional<Instant> until = form.instant(UNTIL);
        if (person.isEmpty()) {
            return ModalAnswer.error(PERSON, "Choose somebody.");
        }
        if (from.isEmpty() || until.isEmpty()) {
            return ModalAnswer.error(from.isEmpty() ? FROM : UNTIL, "Choose a day and a time.");
        }
        Optional<Phrase> refused =
                duty.handle(
                        new ProgramCommand.OverrideOnCall(
                                form.choice(ROLE).map(RoleName::new).orElseGet(this::usual),
                                person.get(),
                                from.get(),
                                until.get(),
                                form.text(REASON),
                                false),
                        form.knock());
        return refused.map(words -> ModalAnswer.error(UNTIL, words.plain(p -> "that person")))
                .orElseGet(() -> ModalAnswer.show(sheet().view(form.by())));
    }

    /**
     * The role that is called when something breaks: the first that a rotation fills, else the
     * first.
     */
    private RoleName usual() {
        List<Role> roles = reception.policy().roles().stream().filter(r -> !r.audience()).toList();
        var rotations = duty.seen().plan().team().rotations();
        return roles.stream()
                .map(Role::name)
                .filter(role -> rotations.of(role).isPresent())
                .findFirst()
                .or(() -> roles.stream().map(Role::name).filter(this::isHeld).findFirst())
                .orElseGet(() -> roles.getFirst().name());
    }

    private boolean isHeld(RoleName role) {
        return duty.seen().plan().roles().contains(role);
    }

    /** Who names a role means it: a role that nobody knows must not become another one. */
    private Optional<RoleName> roleOr(String words) {
        return words.isBlank()
                ? Optional.empty()
                : roleIn(words).or(() -> Optional.of(new RoleName(words.strip())));
    }

    /** People type the name or the title of a role, before or after whom they mean. */
    private Optional<RoleName> roleIn(String words) {
        String said = " " + words.toLowerCase(Locale.ROOT) + " ";
        return reception.policy().roles().stream()
                .filter(r ->
                        said.contains(" " + r.name() + " ")
                                || said.contains(" " + r.title().toLowerCase(Locale.ROOT) + " "))
                .map(Role::name)
                .findFirst();
    }
}
