package io.muster.app.slack.report;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Typing;
import io.muster.app.slack.Ways;
import io.muster.core.Phrase;
import io.muster.core.program.ProgramCommand;
import io.muster.core.report.Period;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What proves our controls? {@code report} alone is a private report of a suspicion; with two days
 * after it, it means this one.
 */
public final class ReportConversation implements Conversation {
    private static final String REPORT = "report";

    private final ProgramDesk program;

    /** Asks at this desk, which writes down who was handed one. */
    public ReportConversation(ProgramDesk program) {
        this.program = program;
    }

    @Override
    public void register(Ways ways) {
        Optional<Ways.Verb> other = ways.verb(REPORT);
        ways.verb(
                "controls",
                "[first day] [last day]",
                "the control report of a period, as files to you alone",
                this::typed);
        other.ifPresent(verb ->
                ways.verb(
                        REPORT,
                        verb.usage(),
                        verb.what(),
                        typed ->
                                period(typed)
                                        .map(period -> ask(period, typed))
                                        .orElseGet(() -> verb.onType().typed(typed))));
    }

    private Answer typed(Typed typed) {
        if (typed.rest().isBlank()) {
            LocalDate today = LocalDate.ofInstant(program.seen().now(), ZoneOffset.UTC);
            return ask(Period.quarterBefore(today), typed);
        }
        return period(typed)
                .map(period -> ask(period, typed))
                .orElseGet(() ->
                        Answer.whisper(
                                "A period is two days, the earlier one first:"
                                        + " `/incident controls 2026-01-01 2026-03-31`. Without"
                                        + " any it is the last whole quarter."));
    }

    private static Optional<Period> period(Typed typed) {
        String[] days = Typing.split(typed.rest());
        return days.length < 2 ? Optional.empty() : Period.parse(days[0], days[1]);
    }

    private Answer ask(Period period, Typed typed) {
        Optional<Phrase> refused =
                program.handle(
                        new ProgramCommand.AskReport(period.start(), period.end()), typed.knock());
        return refused.map(Answer::whisper)
                .orElseGet(() ->
                        Answer.whisper(
                                "The control report for "
                                        + period
                                        + " comes as files in a moment, to you alone, in your"
                                        + " messages with me. That you asked is in the record."));
    }
}
