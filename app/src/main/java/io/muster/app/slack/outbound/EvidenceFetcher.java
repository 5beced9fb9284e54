package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatGetPermalinkRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.methods.request.files.FilesInfoRequest;

import io.muster.app.desk.IncidentDesk;
import io.muster.app.desk.Knock;
import io.muster.app.evidence.EvidenceVault;
import io.muster.core.Spoken;
import io.muster.core.evidence.ChatSource;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.Storage;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.Incident;
import io.muster.db.outbox.OutboxItem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings exhibits from Slack into Muster's own keeping. Slack is no place for evidence: whoever
 * posted a file can delete it, and so can the workspace's retention.
 */
final class EvidenceFetcher {
    private static final int ATTEMPTS = 8;
    private static final String ASK_AGAIN = "Have it shared again, then add it as new evidence.";
    private static final String REINSTALL =
            "Whoever runs Muster has to give the app the permission and install it again (see"
                    + " manifest.yml); then fetch it again.";

    private final SlackCaller caller;
    private final SlackFiles files;
    private final EvidenceVault vault;
    private final IncidentDesk desk;

    /** A long download outlives its lease; the same node must not begin it a second time. */
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    EvidenceFetcher(SlackCaller caller, SlackFiles files, EvidenceVault vault, IncidentDesk desk) {
        this.caller = caller;
        this.files = files;
        this.vault = vault;
        this.desk = desk;
    }

    /** Fetches an exhibit and reports to the desk what came of it. */
    Deed fetch(OutboxItem item, int number, Incident incident) {
        Optional<Exhibit> exhibit = incident.dossier().evidence().find(number);
        boolean wanted = exhibit.filter(e -> e.storage() instanceof Storage.Fetching).isPresent();
        if (!wanted) {
            return new Deed.Needless("it is not being fetched");
        }
        if (!underWay.add(item.id())) {
            return new Deed.TooSoon(Duration.ofSeconds(15));
        }
        try {
            ChatSource source = exhibit.get().chat().orElseThrow();
            Job job = new Job(item, number, source);
            return source.file().isPresent() ? job.file(source.file().get()) : job.message();
        } finally {
            underWay.remove(item.id());
        }
    }

    /** Destroys what was kept of an exhibit; the journal has said so already. */
    Deed destroy(String path) {
        try {
            vault.destroy(path);
            return Deed.done();
        } catch (IOException e) {
            return new Deed.Later(Duration.ofSeconds(60), "the file cannot be deleted: " + e);
        }
    }

    /** One attempt to fetch one exhibit. */
    private final class Job {
        private final OutboxItem item;
        private final int number;
        private final ChatSource source;

        Job(OutboxItem item, int number, ChatSource source) {
            this.item = item;
            this.number = number;
            this.source = source;
        }

        Deed file(String id) {
            return caller.call(
                    item,
                    "files.info",
                    RequestFormBuilder.toForm(FilesInfoRequest.builder().file(id).build()),
                    ok -> download(ok),
                    this::refused);
        }

        Deed message() {
            ConversationsRepliesRequest request =
                    ConversationsRepliesRequest.builder()
                            .channel(source.channel())
                            .ts(source.thread().orElse(source.message()))
                            .oldest(source.message())
                            .latest(source.message())
                            .inclusive(true)
                            .includeAllMetadata(true)
                            .build();
            return caller.call(
                    item,
                    "conversations.replies",
                    RequestFormBuilder.toForm(request),
                    this::keepMessage,
                    this::refused);
        }

        private Deed download(SlackAnswer.Ok ok) {
            if (ok.text("file", "mode").filter("tombstone"::equals).isPresent()) {
                return failed("It was deleted in Slack.", ASK_AGAIN);
            }
            if (ok.text("file", "is_external").filter("true"::equals).isPresent()) {
                return failed(
                        "Slack only holds a link to it; the file itself is kept outside Slack.",
                        "Get it from there and register it by hand with its SHA-256.");
            }
            long size = Long.parseLong(ok.text("file", "size").orElse("0"));
            if (size > vault.largest()) {
                return tooLarge();
            }
            Optional<String> address =
                    ok.text("file", "url_private_download")
                            .or(() -> ok.text("file", "url_private"));
            if (address.isEmpty()) {
                return failed("Slack does not say where it is.", ASK_AGAIN);
            }
            boolean html =
                    ok.text("file", "mimetype").filter(m -> m.startsWith("text/html")).isPresent();
            String name = ok.text("file", "name").orElse("file");
            try {
                return switch (files.fetch(
                        address.get(),
                        html,
                        bytes -> vault.keep(item.incident(), number, name, bytes))) {
                    case SlackFiles.Fetched.Here<EvidenceVault.Kept>(EvidenceVault.Kept kept) ->
                            kept.digest().size().orElse(0L) == size
                                    ? stored(kept, ok.text("file", "permalink"))
                                    : broken(kept);
                    case SlackFiles.Fetched.Denied<EvidenceVault.Kept>(String reason) ->
                            failed("Slack does not give it to Muster: " + reason + ".", REINSTALL);
                    case SlackFiles.Fetched.Slower<EvidenceVault.Kept>(Duration pause) ->
                            new Deed.TooSoon(pause);
                    case SlackFiles.Fetched.Broken<EvidenceVault.Kept>(String reason) ->
                            broken(reason);
                };
            } catch (EvidenceVault.TooLarge e) {
                return tooLarge();
            } catch (IOException e) {
                return notWritten(e);
            }
        }

        private Deed keepMessage(SlackAnswer.Ok ok) {
            Optional<JsonObject> message = find(ok.body());
            if (message.isEmpty()) {
                return failed("The message is no longer there.", ASK_AGAIN);
            }
            byte[] bytes = message.get().toString().getBytes(StandardCharsets.UTF_8);
            try {
                return stored(
                        vault.keep(
                                item.incident(),
                                number,
                                "message-" + source.message() + ".json",
                                new ByteArrayInputStream(bytes)),
                        permalink());
            } catch (EvidenceVault.TooLarge e) {
                return tooLarge();
            } catch (IOException e) {
                return notWritten(e);
            }
        }

        private Optional<JsonObject> find(JsonObject body) {
            if (!(body.get("messages") instanceof JsonArray messages)) {
                return Optional.empty();
            }
            for (JsonElement element : messages) {
                if (element instanceof JsonObject message
                        && message.has("ts")
                        && message.get("ts").getAsString().equals(source.message())) {
                    return Optional.of(message);
                }
            }
            return Optional.empty();
        }

        private Optional<String> permalink() {
            ChatGetPermalinkRequest request =
                    ChatGetPermalinkRequest.builder()
                            .channel(source.channel())
                            .messageTs(source.message())
                            .build();
            return caller.look("chat.getPermalink", RequestFormBuilder.toForm(request))
                            instanceof SlackAnswer.Ok ok
                    ? ok.text("permalink")
                    : Optional.empty();
        }

        private Deed refused(SlackAnswer.No no) {
            return switch (no.error()) {
                case "not_in_channel", "channel_not_found" ->
                        failed(
                                "Muster is not in the channel where it stands.",
                                "Bring Muster in there with /invite, then fetch it again.");
                case "file_not_found", "file_deleted", "thread_not_found", "message_not_found" ->
                        failed("It is no longer there, or Muster cannot see it.", ASK_AGAIN);
                case "missing_scope" ->
                        failed("Muster lacks the permission to read it.", REINSTALL);
                default ->
                        SlackCaller.refused(item, no) instanceof Deed.Later later
                                ? later
                                : failed("Slack refused: " + no.error() + ".", ASK_AGAIN);
            };
        }

        private Deed broken(EvidenceVault.Kept kept) {
            try {
                vault.destroy(kept.path());
            } catch (IOException e) {
                return notWritten(e);
            }
            return broken("not all of it came through");
        }

        private Deed broken(String reason) {
            return item.attempts() < ATTEMPTS
                    ? new Deed.Later(Pace.backOff(item.attempts()), reason)
                    : failed("It did not come through: " + reason + ".", "Fetch it again later.");
        }

        private Deed tooLarge() {
            return failed(
                    "It is larger than "
                            + Spoken.size(vault.largest())
                            + ", the most that Muster keeps.",
                    "Copy it to your own evidence storage and register it there with its SHA-256.");
        }

        private Deed notWritten(IOException e) {
            return item.attempts() < ATTEMPTS
                    ? new Deed.Later(
                            Pace.backOff(item.attempts()),
                            "it cannot be written: " + e.getMessage())
                    : failed(
                            "Muster could not write it to its own disk.",
                            "Whoever runs Muster has to make room; then fetch it again.");
        }

        private Deed stored(EvidenceVault.Kept kept, Optional<String> link) {
            return report(
                    new EvidenceCommand.RecordStored(number, kept.digest(), kept.path(), link));
        }

        private Deed failed(String reason, String remedy) {
            return report(new EvidenceCommand.RecordFetchFailed(number, reason, remedy));
        }

        private Deed report(EvidenceCommand command) {
            desk.handle(item.incident(), command, Knock.ofTheOutbox(item.id()));
            return Deed.done();
        }
    }
}
