package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Duties to notify, as a policy and the book of laws write them. */
final class DutyReader {
    /** No calendar named: that of the organisation counts. */
    static final CalendarName NONE = new CalendarName("");

    private static final NotificationRule.Applies EVERY =
            new NotificationRule.Applies(Scope.ALL, List.of(), Optional.empty());
    private static final Choices<DutyStart.Point> POINTS =
            Choices.of(DutyStart.Point::word, DutyStart.Point.values());
    private static final Choices<Boolean> LATE = Choices.of(reasons -> "reasons", true);
    private static final String SEVERITY = "severity ";
    private static final String ANSWER = "answer ";
    private static final String SENT = "sent ";
    private static final String LAST_SENT = "last sent ";

    private final Names names;
    private final Set<String> questions;
    private final Usual usual;

    /**
     * What holds for a duty that does not say otherwise.
     *
     * @param law the law that the duties are of, if they are of one
     * @param tell whom reminders turn to beside the owner
     */
    record Usual(Optional<String> law, CalendarName calendar, RoleName owner, List<RoleName> tell) {
        Usual {
            tell = List.copyOf(tell);
        }

        List<RoleName> told(RoleName by) {
            List<RoleName> told = new ArrayList<>(List.of(by));
            tell.stream().filter(role -> !role.equals(by)).forEach(told::add);
            return told;
        }
    }

    /**
     * @param questions that may be mentioned although the file itself does not ask them
     */
    DutyReader(Names names, Set<String> questions, Usual usual) {
        this.names = names;
        this.questions = questions;
        this.usual = usual;
    }

    /**
     * @param earlier duties that these may follow; each of them may also follow those above it
     */
    List<NotificationRule> read(Passage passage, List<NotificationRule> earlier) {
        List<NotificationRule> all = new ArrayList<>(earlier);
        List<NotificationRule> read = new ArrayList<>();
        passage.named(Naming.WORDS, "customers")
                .forEach((key, part) -> {
                    if (all.stream().anyMatch(d -> d.name().value().equals(key))) {
                        part.problem(
                                "is the name of another duty already.",
                                "Give this one another name.");
                    }
                    NotificationRule duty = duty(new DutyName(key), part, all);
                    all.add(duty);
                    read.add(duty);
                });
        return read;
    }

    private NotificationRule duty(DutyName name, Passage passage, List<NotificationRule> above) {
        Form form =
                passage.form(
                        "title",
                        "to",
                        "channels",
                        "when",
                        "from",
                        "within",
                        "promptly",
                        "at-latest",
                        "calendar",
                        "owner",
                        "holds",
                        "late",
                        "note");
        RoleName owner = form.find("owner").map(names::role).orElse(usual.owner());
        Optional<Passage> promptly = form.find("promptly");
        promptly.filter(p -> form.find("within").isPresent())
                .ifPresent(p ->
                        p.problem(
                                "stands beside `within`, and a duty has a number or it has none.",
                                "Take one of them out."));
        return new NotificationRule(
                name,
                RoleReader.title(form.need("title")),
                usual.law(),
                form.text("to"),
                form.find("channels")
                        .map(p -> List.copyOf(p.each(RoleReader::title)))
                        .orElse(List.of()),
                form.find("when").map(this::applies).orElse(EVERY),
                start(form.need("from"), above),
                Spans.clocked(promptly.orElseGet(() -> form.need("within"))),
                promptly.isPresent(),
                form.find("at-latest").map(p -> limit(p, above)),
                form.find("calendar").map(names::calendar).orElse(usual.calendar()),
                owner,
                usual.told(owner),
                form.find("holds").map(DutyReader::holds).orElse(List.of()),
                form.find("late").map(p -> p.choice(LATE)).orElse(false),
                form.find("note").map(Passage::text).orElse(""));
    }

    private NotificationRule.Applies applies(Passage passage) {
        Form form = passage.form("severities", "kinds", "yes", "lasting");
        return new NotificationRule.Applies(
                new Scope(
                        form.find("severities")
                                .map(p -> Set.copyOf(p.each(names::severity)))
                                .orElse(Set.of()),
                        form.find("kinds")
                                .map(p -> Set.copyOf(p.each(names::kind)))
                                .orElse(Set.of())),
                form.find("yes")
                        .map(p -> List.copyOf(p.each(q -> names.question(q, questions))))
                        .orElse(List.of()),
                form.find("lasting").map(this::lasting));
    }

    private NotificationRule.Lasting lasting(Passage passage) {
        Form form = passage.form("over", "expected");
        return new NotificationRule.Lasting(
                Spans.elapsed(form.need("over")), names.question(form.need("expected"), questions));
    }

    private NotificationRule.Limit limit(Passage passage, List<NotificationRule> above) {
        Form form = passage.form("from", "within");
        return new NotificationRule.Limit(
                start(form.need("from"), above), Spans.clocked(form.need("within")));
    }

    private DutyStart start(Passage passage, List<NotificationRule> above) {
        String words = passage.text();
        if (words.startsWith(SEVERITY)) {
            String name = words.substring(SEVERITY.length()).strip();
            return new DutyStart.Reaching(names.severity(passage, name));
        }
        if (words.startsWith(ANSWER)) {
            String name = words.substring(ANSWER.length()).strip();
            return new DutyStart.Answering(
                    questions.contains(name)
                            ? new QuestionName(name)
                            : names.question(passage, name));
        }
        if (words.startsWith(SENT)) {
            return new DutyStart.Sending(earlier(passage, words, SENT, above), false);
        }
        if (words.startsWith(LAST_SENT)) {
            return new DutyStart.Sending(earlier(passage, words, LAST_SENT, above), true);
        }
        if (POINTS.find(words).isEmpty() && !words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", from which no duty can count.",
                    Nearest.remedy(
                            words,
                            POINTS.words(),
                            "Write `severity`, `answer` or `sent` and a name, or one of"));
        }
        return new DutyStart.At(POINTS.find(words).orElse(DutyStart.Point.DECLARED));
    }

    private static DutyName earlier(
            Passage passage, String words, String sent, List<NotificationRule> above) {
        String name = words.substring(sent.length()).strip();
        List<String> known = above.stream().map(d -> d.name().value()).toList();
        if (!known.contains(name)) {
            passage.problem(
                    "follows the duty `" + name + "`, which does not stand above it.",
                    known.isEmpty()
                            ? "Put the duty that comes first above this one."
                            : Nearest.remedy(name, known, "Put it above this one, or use one of"));
        }
        return new DutyName(name);
    }

    private static List<HoldGround> holds(Passage passage) {
        List<HoldGround> holds = new ArrayList<>();
        passage.named(Naming.WORDS, "law-enforcement")
                .forEach((key, part) -> holds.add(hold(key, part)));
        return holds;
    }

    private static HoldGround hold(String name, Passage passage) {
        if (passage.isText()) {
            return new HoldGround(name, passage.text(), Optional.empty());
        }
        Form form = passage.form("text", "longest");
        Optional<Duration> longest = form.find("longest").map(Spans::elapsed);
        return new HoldGround(name, form.text("text"), longest);
    }

    /** The same duty, owed by those whom this policy names. */
    static NotificationRule owed(NotificationRule duty, Usual by) {
        return new NotificationRule(
                duty.name(),
                duty.title(),
                duty.law(),
                duty.to(),
                duty.channels(),
                duty.applies(),
                duty.from(),
                duty.within(),
                duty.promptly(),
                duty.limit(),
                duty.calendar().equals(NONE) ? by.calendar() : duty.calendar(),
                by.owner(),
                by.told(by.owner()),
                duty.holds(),
                duty.lateNeedsReasons(),
                duty.note());
    }
}
