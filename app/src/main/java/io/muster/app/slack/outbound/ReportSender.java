package io.muster.app.slack.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.desk.Office;
import io.muster.app.report.ReportForm;
import io.muster.app.report.ReportSource;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.notice.Effect;
import io.muster.core.program.ProgramEvent;
import io.muster.core.report.ControlReport;
import io.muster.core.report.Period;
import io.muster.core.report.ReportText;
import io.muster.core.report.Seal;
import io.muster.db.Archive;
import io.muster.db.Tx;
import io.muster.db.journal.WholeRecord;
import io.muster.db.outbox.OutboxItem;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Hands the control report to whoever asked for it, as a page to read and a table to filter. Both
 * are uploaded before they are shared in one message, and only that shows; before it is done a
 * second time the conversation is searched for the files' names.
 */
final class ReportSender {
    private static final List<ReportForm> FORMS = List.of(ReportForm.HTML, ReportForm.CSV);

    private final FileSharer files;
    private final Archive archive;
    private final Office office;
    private final PeopleNames names;

    ReportSender(FileSharer files, Archive archive, Office office, PeopleNames names) {
        this.files = files;
        this.archive = archive;
        this.office = office;
        this.names = names;
    }

    Deed send(OutboxItem item, Effect.SendReport send) {
        return files.with(item, send.to(), channel -> into(item, channel, send));
    }

    private Deed into(OutboxItem item, String channel, Effect.SendReport send) {
        ControlReport report = report(send);
        return files.share(
                item, channel, name(FORMS.getFirst(), report, item), () -> parcel(item, report));
    }

    private Parcel parcel(OutboxItem item, ControlReport report) {
        Function<PersonId, String> people = namesIn(report);
        List<SharedFile> made = new ArrayList<>();
        StringBuilder seals = new StringBuilder();
        for (ReportForm form : FORMS) {
            String text = form.of(report, people);
            String name = name(form, report, item);
            made.add(new SharedFile(name, form.fileName(report), "", text.getBytes(UTF_8)));
            seals.append("\n`").append(Seal.of(text)).append("`  ").append(name);
        }
        return new Parcel(
                made,
                "📋 Control report for "
                        + report.period()
                        + ": incidents declared "
                        + report.population().size()
                        + ", entries cited "
                        + report.proofs().size()
                        + ", exceptions "
                        + report.deviations().size()
                        + ".\n"
                        + report.inspection().state().verdict()
                        + ".\nSHA-256 of the files:"
                        + seals);
    }

    private ControlReport report(Effect.SendReport send) {
        Period period =
                new Period(
                        LocalDate.ofInstant(send.from(), ZoneOffset.UTC),
                        LocalDate.ofInstant(send.until(), ZoneOffset.UTC).minusDays(1));
        return archive.snapshot(tx ->
                new ReportSource(
                                tx,
                                office.policy(),
                                office::policy,
                                incident ->
                                        incident.visibleTo(
                                                send.to(), office.admins(), office.guests()))
                        .controls(period, by(tx, send)));
    }

    /** With the entry that says so. */
    private static Phrase by(Tx tx, Effect.SendReport send) {
        ProgramEvent asked =
                new ProgramEvent.ControlReportAsked(send.to(), send.from(), send.until());
        return WholeRecord.plan(tx).reversed().stream()
                .filter(t -> t.happened().event().equals(asked))
                .findFirst()
                .map(t ->
                        Phrase.EMPTY
                                .who(send.to())
                                .say(", asked in the chat (plan · " + t.entry() + ")"))
                .orElse(Phrase.EMPTY.who(send.to()));
    }

    private Function<PersonId, String> namesIn(ControlReport report) {
        return names.of(ReportText.of(report, PersonId::value).people());
    }

    private static String name(ReportForm form, ControlReport report, OutboxItem item) {
        return form.fileName(report).replaceFirst("\\.", "-" + item.id() + ".");
    }
}
