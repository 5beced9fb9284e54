package io.muster.app.slack.duty;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.duty.Duties;
import io.muster.core.fact.Answer;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.DutyQuestions;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Question;
import io.muster.core.policy.QuestionName;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The small forms behind the buttons of the sheet. */
final class DutyForms {
    static final String ANSWER = "duty-answer";
    static final String TIME = "duty-time";
    static final String VENDOR = "duty-vendor";
    static final String SENT = "duty-sent";
    static final String WAIVE = "duty-waive";
    static final String BACK = "duty-back";

    static final String WHEN = "when";
    static final String SINCE = "since";
    static final String WHY = "why";
    static final String PROOF = "proof";
    static final String LATE = "late";
    static final String APPROVER = "approver";
    static final String WHICH = "which";
    static final String QUESTION = "q-";

    private static final int MOST_QUESTIONS = 40;
    static final String NOW_IF_EMPTY = "Empty means: now.";
    private static final String SINCE_HINT =
            "Empty means: now. It holds for what you answer here; a clock that counts from an answer"
                    + " counts from then.";
    private static final List<OptionObject> ANSWERS =
            List.of(
                    Shapes.option("Yes", Answer.YES.word()),
                    Shapes.option("No", Answer.NO.word()),
                    Shapes.option("Not known yet", Answer.UNKNOWN.word()));
    private static final List<OptionObject> TIMES =
            List.of(
                    Shapes.option(
                            "We were aware",
                            TimeName.AWARE.word(),
                            "Reasonably certain; where most laws count from"),
                    Shapes.option(
                            "It was detected",
                            TimeName.DETECTED.word(),
                            "Something or somebody first noticed"),
                    Shapes.option(
                            "It was confirmed",
                            TimeName.CONFIRMED.word(),
                            "Where promises to customers may count from"));

    private DutyForms() {}

    /** The questions that this form asks: what is open first, then what can be corrected. */
    static List<QuestionName> questions(IncidentView view) {
        Set<QuestionName> asked =
                new LinkedHashSet<>(DutyQuestions.open(view.incident(), view.policy()));
        DutyCase.all(view.incident(), view.policy()).stream()
                .map(DutyCase::rule)
                .forEach(rule -> asked.addAll(mentioned(rule)));
        return List.copyOf(asked);
    }

    private static List<QuestionName> mentioned(NotificationRule rule) {
        List<QuestionName> names = new ArrayList<>(rule.applies().yes());
        rule.applies().lasting().ifPresent(lasting -> names.add(lasting.expected()));
        if (rule.from() instanceof DutyStart.Answering(QuestionName name)) {
            names.add(name);
        }
        return names;
    }

    static View answer(IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<QuestionName> asked = questions(view);
        for (QuestionName question : asked.subList(0, Math.min(MOST_QUESTIONS, asked.size()))) {
            blocks.add(
                    Forms.choice(
                            QUESTION + question,
                            words(view, question),
                            ANSWERS,
                            view.incident().dossier().facts().answer(question).map(Answer::word),
                            true));
        }
        if (asked.size() > MOST_QUESTIONS) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (asked.size() - MOST_QUESTIONS)
                                    + " more, which come up when these are answered."));
        }
        blocks.add(Forms.when(SINCE, "Since when is that so?", SINCE_HINT));
        blocks.add(Forms.lines(WHY, "How do we know?", "For the record.", "", true));
        return Forms.modal(ANSWER, "Questions", "Record", number(view), blocks);
    }

    private static String words(IncidentView view, QuestionName question) {
        return view.policy().questions().stream()
                .filter(q -> q.name().equals(question))
                .map(Question::text)
                .findFirst()
                .orElse(question.value());
    }

    static View time(IncidentView view) {
        return Forms.modal(
                TIME,
                "When was it really?",
                "Record",
                number(view),
                List.of(
                        Shapes.section(
                                "What was recorded stays in the record beside it. Clocks that count"
                                        + " from this instant move, earlier or later."),
                        Forms.choice(
                                WHICH,
                                "What happened then?",
                                times(view),
                                Optional.of(TimeName.AWARE.word()),
                                false),
                        Forms.when(WHEN, "When?", NOW_IF_EMPTY),
                        Forms.lines(WHY, "How do we know?", "", "", false)));
    }

    /** Beside those that every incident has: each yes from which a clock counts. */
    private static List<OptionObject> times(IncidentView view) {
        List<OptionObject> times = new ArrayList<>(TIMES);
        questions(view).stream()
                .filter(question -> startsAClock(view, question))
                .filter(question -> saidYes(view, question))
                .limit(MOST_QUESTIONS)
                .forEach(question ->
                        times.add(
                                Shapes.option(
                                        words(view, question),
                                        QUESTION + question,
                                        "It was so, and a clock counts from then")));
        return times;
    }

    private static boolean startsAClock(IncidentView view, QuestionName question) {
        return DutyCase.all(view.incident(), view.policy()).stream()
                .map(duty -> duty.rule().from())
                .anyMatch(new DutyStart.Answering(question)::equals);
    }

    private static boolean saidYes(IncidentView view, QuestionName question) {
        return view.incident()
                .dossier()
                .facts()
                .answer(question)
                .filter(Answer.YES::equals)
                .isPresent();
    }

    static View vendor(IncidentView view) {
        List<Duties.VendorNotice> known = view.incident().dossier().duties().vendorNotices();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!known.isEmpty()) {
            Duties.VendorNotice last = known.getLast();
            blocks.add(
                    Shapes.section(
                            "Recorded: "
                                    + Mrkdwn.escape(last.vendor())
                                    + " told us "
                                    + Mrkdwn.dateTime(last.toldAt())
                                    + ". What counts from their notice counts from what you record"
                                    + " now; awareness still counts from the earliest of all."));
        }
        blocks.add(Forms.line("vendor", "Which vendor?", "", ""));
        blocks.add(Forms.when(WHEN, "When did they tell us?", NOW_IF_EMPTY));
        blocks.add(
                Forms.lines(
                        WHY,
                        "What did they say, and how?",
                        "E-mail, call, status page.",
                        "",
                        true));
        return Forms.modal(VENDOR, "A vendor told us", "Record", number(view), blocks);
    }

    static View sent(IncidentView view, DutyCase duty) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(heading(duty));
        if (!duty.rule().note().isBlank()) {
            blocks.add(Shapes.context(Mrkdwn.escape(duty.rule().note())));
        }
        Optional<InputBlock> notices = SentNotices.field(view);
        notices.ifPresent(blocks::add);
        blocks.add(Forms.when(WHEN, "When was it sent?", NOW_IF_EMPTY));
        blocks.add(
                Forms.lines(
                        PROOF,
                        "By what can it be shown?",
                        "Reference number, link, message id. It shows sending, not receipt.",
                        "",
                        notices.isPresent()));
        if (duty.isToBeApproved()) {
            blocks.add(SentNotices.approver(notices.isPresent()));
        }
        if (duty.sentLate(view.now())) {
            blocks.add(
                    Forms.lines(
                            LATE,
                            "If it was late: why?",
                            duty.rule().lateNeedsReasons()
                                    ? "The law wants the reasons with it."
                                    : "",
                            "",
                            true));
        }
        return Forms.modal(SENT, "Record submission", "Record", metadata(view, duty), blocks);
    }

    static View waive(IncidentView view, DutyCase duty) {
        return reason(
                view,
                duty,
                WAIVE,
                "Decide not to notify",
                "Decide",
                "Why does nobody have to be notified?",
                "Your name and this reason go on record. The decision can be taken back.");
    }

    static View back(IncidentView view, DutyCase duty) {
        return reason(
                view,
                duty,
                BACK,
                "Take back",
                "Take back",
                "Why is it owed after all?",
                "Its clock runs again from where it always counted.");
    }

    /** A form that asks for nothing but why. */
    static View reason(
            IncidentView view,
            DutyCase duty,
            String callback,
            String title,
            String submit,
            String question,
            String hint) {
        return Forms.modal(
                callback,
                title,
                submit,
                metadata(view, duty),
                List.of(heading(duty), Forms.lines(WHY, question, hint, "", false)));
    }

    static LayoutBlock heading(DutyCase duty) {
        return Shapes.section(
                "*"
                        + Mrkdwn.escape(duty.rule().title())
                        + "*\nTo: "
                        + Mrkdwn.escape(duty.rule().to()));
    }

    static String metadata(IncidentView view, DutyCase duty) {
        return number(view) + "|" + duty.rule().name();
    }

    private static String number(IncidentView view) {
        return String.valueOf(view.incident().id().number());
    }
}
