package io.muster.app.slack.outbound;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;

import io.muster.core.document.IncidentDocument;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SlackMemory;

import okhttp3.FormBody;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * The canvas of a channel: made once, then written over. Not every workspace has canvases, and a
 * channel may have one of somebody else's: both are remembered, and tried again after a day.
 */
final class CanvasTab {
    /** There is no canvas for us here. */
    static final Deed NOT_TO_BE_HAD = new Deed.Hopeless("no canvas is to be had");

    /** Somebody deleted it. */
    static final Deed LOST = new Deed.Hopeless("the canvas is gone");

    private static final Duration TRIED_AGAIN_AFTER = Duration.ofDays(1);
    private static final Duration WHILE_LOCKED = Duration.ofSeconds(5);
    private static final int ATTEMPTS_AT_SOMETHING_STRANGE = 6;
    private static final String WORKSPACE = "workspace";

    /** Refusals that are not about this canvas but about all of them. */
    private static final Set<String> NOWHERE =
            Set.of(
                    "canvas_disabled_user_team",
                    "canvas_disabled_file_team",
                    "team_tier_cannot_create_channel_canvases",
                    "free_team_canvas_tab_already_exists",
                    "free_teams_cannot_create_standalone_canvases",
                    "free_teams_cannot_edit_standalone_canvases",
                    "missing_scope", // installed before Muster asked for canvases
                    "unknown_method");

    private final SlackCaller caller;
    private final Archive archive;
    private final SlackMemory memory;
    private final InstantSource clock;

    CanvasTab(SlackCaller caller, Archive archive, SlackMemory memory, InstantSource clock) {
        this.caller = caller;
        this.archive = archive;
        this.memory = memory;
        this.clock = clock;
    }

    /** Whether it is worth asking for one in this channel: nobody has refused within a day. */
    boolean isWorthAsking(Room room) {
        return !refusedOfLate(WORKSPACE) && !refusedOfLate(room.channel());
    }

    /** Makes the canvas, or takes up the one that an earlier attempt made; tells its id. */
    Deed create(OutboxItem item, Room room, String title, String markdown) {
        FormBody.Builder form =
                new FormBody.Builder()
                        .add("channel_id", room.channel())
                        .add("title", title)
                        .add("document_content", content(markdown).toString());
        return caller.call(
                item,
                "conversations.canvases.create",
                form,
                ok -> Deed.posted(room.channel(), ok.text("canvas_id").orElseThrow()),
                no -> notMade(item, room, markdown, no));
    }

    /** Writes it over; asking twice is harmless. */
    Deed write(OutboxItem item, Room room, String canvas, String markdown) {
        JsonObject change = new JsonObject();
        change.addProperty("operation", "replace");
        change.add("document_content", content(markdown));
        JsonArray changes = new JsonArray();
        changes.add(change);
        FormBody.Builder form =
                new FormBody.Builder().add("canvas_id", canvas).add("changes", changes.toString());
        return caller.call(
                item,
                "canvases.edit",
                Optional.of(canvas),
                form,
                ok -> Deed.posted(room.channel(), canvas),
                no -> notWritten(item, no));
    }

    private Deed notMade(OutboxItem item, Room room, String markdown, SlackAnswer.No no) {
        if (no.error().equals("channel_canvas_already_exists")) {
            return takeUp(item, room, markdown);
        }
        if (NOWHERE.contains(no.error())) {
            return refused(WORKSPACE);
        }
        Deed deed = SlackCaller.refused(item, no);
        return deed instanceof Deed.Hopeless ? refused(room.channel()) : deed;
    }

    private Deed notWritten(OutboxItem item, SlackAnswer.No no) {
        if (NOWHERE.contains(no.error())) {
            return refused(WORKSPACE);
        }
        return switch (no.error()) {
            case "canvas_not_found", "canvas_deleted", "file_not_found" -> LOST;
            case "canvas_editing_locked" -> new Deed.Later(WHILE_LOCKED, no.error());
            case "canvas_editing_failed" ->
                    item.attempts() < ATTEMPTS_AT_SOMETHING_STRANGE
                            ? new Deed.Later(Pace.backOff(item.attempts()), no.error())
                            : new Deed.Hopeless(SlackCaller.reason(no));
            default -> SlackCaller.refused(item, no);
        };
    }

    /** The answer to an earlier attempt was lost, or somebody was quicker: theirs is left alone. */
    private Deed takeUp(OutboxItem item, Room room, String markdown) {
        ConversationsInfoRequest request =
                ConversationsInfoRequest.builder().channel(room.channel()).build();
        SlackAnswer info = caller.look("conversations.info", RequestFormBuilder.toForm(request));
        if (!(info instanceof SlackAnswer.Ok ok)) {
            return lookAgain(info);
        }
        Optional<String> canvas = ok.text("channel", "properties", "canvas", "file_id");
        if (canvas.isEmpty()) {
            return refused(room.channel());
        }
        boolean empty =
                ok.text("channel", "properties", "canvas", "is_empty")
                        .filter("true"::equals)
                        .isPresent();
        if (empty) {
            return write(item, room, canvas.get(), markdown);
        }
        return switch (signedSections(canvas.get(), item.incident())) {
            case SlackAnswer.Ok found
                    when found.body().get("sections") instanceof JsonArray sections
                            && !sections.isEmpty() ->
                    write(item, room, canvas.get(), markdown);
            case SlackAnswer.Ok ignored -> refused(room.channel());
            case SlackAnswer.No ignored -> refused(room.channel());
            case SlackAnswer.Slower slower -> lookAgain(slower);
            case SlackAnswer.Unreachable unreachable -> lookAgain(unreachable);
            case SlackAnswer.Lost lost -> lookAgain(lost);
        };
    }

    private SlackAnswer signedSections(String canvas, IncidentId incident) {
        JsonObject criteria = new JsonObject();
        criteria.addProperty("contains_text", IncidentDocument.signature(incident));
        return caller.look(
                "canvases.sections.lookup",
                new FormBody.Builder()
                        .add("canvas_id", canvas)
                        .add("criteria", criteria.toString()));
    }

    private static Deed lookAgain(SlackAnswer answer) {
        Duration wait = answer instanceof SlackAnswer.Slower(Duration pause) ? pause : WHILE_LOCKED;
        return new Deed.Doubtful(wait, "looking whether the canvas is ours", false);
    }

    private static JsonObject content(String markdown) {
        JsonObject content = new JsonObject();
        content.addProperty("type", "markdown");
        content.addProperty("markdown", markdown);
        return content;
    }

    private Deed refused(String where) {
        archive.run(tx -> memory.learn(tx, fact(where), clock.instant().toString()));
        return NOT_TO_BE_HAD;
    }

    private boolean refusedOfLate(String where) {
        return archive.transact(tx -> memory.fact(tx, fact(where)))
                .flatMap(CanvasTab::instant)
                .filter(at -> clock.instant().isBefore(at.plus(TRIED_AGAIN_AFTER)))
                .isPresent();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String fact(String where) {
        return "canvas-refused:" + where;
    }
}
