package io.muster.app.slack.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsOpenRequest;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;

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

import okhttp3.FormBody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands the control report to whoever asked for it, as a page to read and a table to filter. Both
 * are uploaded before they are shared in one message, and only that shows; before it is done a
 * second time the conversation is searched for the files' names.
 */
final class ReportSender {
    private static final List<ReportForm> FORMS = List.of(ReportForm.HTML, ReportForm.CSV);

    private final SlackCaller caller;
    private final SlackClient client;
    private final MessagePoster poster;
    private final Archive archive;
    private final Office office;
    private final PeopleNames names;

    ReportSender(
            SlackCaller caller,
            SlackClient client,
            MessagePoster poster,
            Archive archive,
            Office office,
            PeopleNames names) {
        this.caller = caller;
        this.client = client;
        this.poster = poster;
        this.archive = archive;
        this.office = office;
        this.names = names;
    }

    Deed send(OutboxItem item, Effect.SendReport send) {
        ConversationsOpenRequest request =
                ConversationsOpenRequest.builder().users(List.of(send.to().value())).build();
        return caller.call(
                item,
                "conversations.open",
                RequestFormBuilder.toForm(request),
                ok -> into(item, ok.text("channel", "id").orElseThrow(), send),
                no -> SlackCaller.refused(item, no));
    }

    private Deed into(OutboxItem item, String channel, Effect.SendReport send) {
        ControlReport report = report(send);
        if (item.doubtful()) {
            String name = name(FORMS.getFirst(), report, item);
            Optional<Deed> known = poster.lookFor(item, channel, m -> holds(m, name));
            if (known.isPresent()) {
                return known.get();
            }
        }
        return upload(new Upload(item, channel, report), 0, new JsonArray(), "");
    }

    private record Upload(OutboxItem item, String channel, ControlReport report) {}

    /** One file after the other; shared when all are there. */
    private Deed upload(Upload upload, int done, JsonArray files, String seals) {
        if (done == FORMS.size()) {
            return share(upload, files, seals);
        }
        OutboxItem item = upload.item();
        ReportForm form = FORMS.get(done);
        String name = name(form, upload.report(), item);
        String text = form.of(upload.report(), namesIn(upload.report()));
        byte[] bytes = text.getBytes(UTF_8);
        FilesGetUploadURLExternalRequest request =
                FilesGetUploadURLExternalRequest.builder()
                        .filename(name)
                        .length(bytes.length)
                        .build();
        return caller.call(
                item,
                "files.getUploadURLExternal",
                RequestFormBuilder.toForm(request),
                ok -> {
                    if (!client.upload(ok.text("upload_url").orElseThrow(), bytes)) {
                        return new Deed.Later(
                                Pace.backOff(item.attempts()), "the file was not taken");
                    }
                    JsonObject file = new JsonObject();
                    file.addProperty("id", ok.text("file_id").orElseThrow());
                    file.addProperty("title", form.fileName(upload.report()));
                    files.add(file);
                    return upload(
                            upload, done + 1, files, seals + "\n`" + Seal.of(text) + "`  " + name);
                },
                no -> SlackCaller.refused(item, no));
    }

    private Deed share(Upload upload, JsonArray files, String seals) {
        ControlReport report = upload.report();
        int exceptions = report.deviations().size();
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("files", files.toString())
                        .add("channel_id", upload.channel())
                        .add(
                                "initial_comment",
                                "📋 Control report for "
                                        + report.period()
                                        + ": incidents declared "
                                        + report.population().size()
                                        + ", entries cited "
                                        + report.proofs().size()
                                        + ", exceptions "
                                        + exceptions
                                        + ".\n"
                                        + report.inspection().state().verdict()
                                        + ".\nSHA-256 of the files:"
                                        + seals);
        return caller.call(
                upload.item(),
                "files.completeUploadExternal",
                form,
                ok -> Deed.done(),
                no -> SlackCaller.refused(upload.item(), no));
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
                                incident -> incident.visibleTo(send.to(), office.roster().admins()))
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

    private static boolean holds(JsonObject message, String name) {
        if (message.get("files") instanceof JsonArray files) {
            for (var element : files) {
                if (element instanceof JsonObject file
                        && ChannelSearch.text(file, "name").equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
