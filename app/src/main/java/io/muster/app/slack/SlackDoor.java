package io.muster.app.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;

import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.PersonId;
import io.muster.core.talk.Spot;
import io.muster.core.written.Nearest;
import io.muster.db.delivery.Delivery;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The door of Bolt: what Slack delivers, over HTTP or a socket, becomes a typed, pressed or
 * submitted thing and goes to the conversation that asked for it. What comes back is the
 * acknowledgment, so everything behind this door is committed before Slack hears of it.
 */
public final class SlackDoor {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

    private static final String ELSEWHERE =
            "This Muster works for another workspace, so nothing was done. Ask whoever runs it to install"
                    + " the app here.";

    private static final String STRANGER =
            "Only people of the organisation that this Muster works for can do that, so nothing was done."
                    + " Ask one of them in this channel.";

    private final Ways ways;
    private final Whispers whispers;
    private final Function<PersonId, String> names;
    private final Belonging belonging;
    private final Arrivals arrivals;
    private final App app;

    /** What people do besides typing and pressing. */
    public interface Arrivals {
        /** Somebody came into a channel at this time. */
        void joined(Delivered from, String channel, Instant at);

        /** Somebody left a channel at this time, or was removed from it. */
        void left(Delivered from, String channel, Instant at);

        /** Somebody did something to a channel. */
        void roomChanged(Delivery delivery, String channel, RoomChange change);

        /** Somebody opened the app's Home. */
        void openedHome(Delivered from);

        /** Somebody's account changed; an inactive one belongs to somebody who left. */
        void accountChanged(Delivered from, boolean active);

        /** Somebody called us by our name in this message. */
        void mentioned(Delivered from, Spot spot);

        /** Somebody put an emoji on this message, or took it back. */
        void reacted(Delivered from, Spot spot, String emoji, boolean added);

        /** Somebody posted links to our addresses. */
        void linked(Delivered from, SharedLinks links);

        /** Somebody opened the details of what we show below a link. */
        void askedDetails(Delivered from, AskedDetails asked);
    }

    /**
     * @param api of Slack, which Bolt asks for the addresses of sockets
     * @param names how people are called where Slack shows no mentions
     * @param belonging who may ask anything of us
     */
    public SlackDoor(
            URI api,
            Ways ways,
            Whispers whispers,
            Function<PersonId, String> names,
            Belonging belonging,
            Arrivals arrivals) {
        this.ways = ways;
        this.whispers = whispers;
        this.names = names;
        this.belonging = belonging;
        this.arrivals = arrivals;
        this.app = build(api);
    }

    /** The Bolt app behind both transports. */
    public App app() {
        return app;
    }

    private App build(URI api) {
        SlackConfig slack = new SlackConfig();
        slack.setMethodsEndpointUrlPrefix(api.toString());
        slack.setStatsEnabled(false);
        AppConfig config =
                AppConfig.builder()
                        .slack(Slack.getInstance(slack))
                        .requestVerificationEnabled(false) // done on the raw bytes, before parsing
                        .allEventsApiAutoAckEnabled(true)
                        .unmatchedRequestHandler(request -> Response.ok())
                        .build();
        App bolt = new App(config, List.of());
        bolt.command(ANYTHING, (request, context) -> command(request));
        bolt.blockAction(ANYTHING, (request, context) -> press(request));
        bolt.viewSubmission(ANYTHING, (request, context) -> submit(request));
        bolt.messageShortcut(ANYTHING, (request, context) -> point(request));
        bolt.viewClosed(ANYTHING, (request, context) -> Response.ok());
        bolt.globalShortcut(ANYTHING, (request, context) -> call(request));
        new SlackEvents(this::isForeign, belonging, arrivals).listen(bolt);
        new LinkEvents(this::isForeign, belonging, arrivals).listen(bolt);
        new RoomEvents(this::isForeign, arrivals).listen(bolt);
        return bolt.start();
    }

    private Response command(SlashCommandRequest request) {
        var payload = request.getPayload();
        if (isForeign(payload.getTeamId())) {
            return Replies.whisper(Answer.whisper(ELSEWHERE));
        }
        Delivered from =
                new Delivered(
                        new PersonId(payload.getUserId()),
                        Optional.ofNullable(payload.getChannelId()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.ofNullable(payload.getResponseUrl()),
                        Deliveries.of(request, payload.getTriggerId()));
        belonging.meet(from.by());
        String text = payload.getText() == null ? "" : payload.getText();
        return Replies.whisper(answer(() -> typed(from, text)));
    }

    private Answer typed(Delivered from, String sent) {
        String[] words = Typing.split(sent);
        String word = Typing.readable(words[0]).toLowerCase(Locale.ROOT);
        Optional<Ways.Verb> verb = ways.verb(word);
        if (verb.isEmpty()) {
            return unknownVerb(word);
        }
        return verb.get().onType().typed(new Typed(from, Typing.readable(words[1]), words[1]));
    }

    private Answer unknownVerb(String word) {
        String meant =
                Nearest.find(word, ways.words())
                        .map(near -> " Did you mean `/incident " + near + "`?")
                        .orElse("");
        return Answer.whisper(
                "I do not know the verb “"
                        + Mrkdwn.escape(Foreign.atMost(word, 40))
                        + "”."
                        + meant
                        + " `/incident help` lists them all.");
    }

    private Response press(BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        if (isForeign(payload.getTeam() == null ? null : payload.getTeam().getId())) {
            return Response.ok();
        }
        Pressed pressed = Deliveries.pressed(request);
        if (isStranger(pressed.from(), payload.getUser().getTeamId())) {
            whispers.whisper(pressed.from(), Message.of(STRANGER));
            return Response.ok();
        }
        String action = payload.getActions().getFirst().getActionId().split(":", 2)[0];
        Answer answer =
                answer(() ->
                        ways.button(action)
                                .map(on -> on.pressed(pressed))
                                .orElseGet(Answer::silence));
        if (answer instanceof Answer.Whisper whisper) {
            whispers.whisper(pressed.from(), whisper.message());
        }
        return Response.ok();
    }

    private Response point(MessageShortcutRequest request) {
        MessageShortcutPayload payload = request.getPayload();
        if (isForeign(payload.getTeam() == null ? null : payload.getTeam().getId())) {
            return Response.ok();
        }
        Pointed pointed = Deliveries.pointed(request);
        if (isStranger(pointed.from(), payload.getUser().getTeamId())) {
            whispers.whisper(pointed.from(), Message.of(STRANGER));
            return Response.ok();
        }
        Answer answer =
                answer(() ->
                        ways.shortcut(payload.getCallbackId())
                                .map(on -> on.pointed(pointed))
                                .orElseGet(Answer::silence));
        if (answer instanceof Answer.Whisper whisper) {
            whispers.whisper(pointed.from(), whisper.message());
        }
        return Response.ok();
    }

    private Response call(GlobalShortcutRequest request) {
        GlobalShortcutPayload payload = request.getPayload();
        if (isForeign(payload.getTeam() == null ? null : payload.getTeam().getId())) {
            return Response.ok();
        }
        Delivered from = Deliveries.called(request);
        if (isStranger(from, payload.getUser().getTeamId())) {
            return Response.ok();
        }
        Answer answer =
                answer(() ->
                        ways.global(payload.getCallbackId())
                                .map(on -> on.called(from))
                                .orElseGet(Answer::silence));
        if (answer instanceof Answer.Whisper whisper) {
            whispers.whisper(from, whisper.message());
        }
        return Response.ok();
    }

    private Response submit(ViewSubmissionRequest request) {
        ViewSubmissionPayload payload = request.getPayload();
        Submitted submitted = Deliveries.submitted(request);
        if (isForeign(installed(payload))
                || isStranger(submitted.from(), payload.getUser().getTeamId())) {
            return Replies.modal(new ModalAnswer.Show(Replies.notWritten(STRANGER)), names);
        }
        Optional<Ways.OnSubmit> modal = ways.modal(payload.getView().getCallbackId());
        if (modal.isEmpty()) {
            return Response.ok();
        }
        try {
            return Replies.modal(modal.get().submitted(submitted), names);
        } catch (RuntimeException e) {
            LOG.error("A submitted form could not be acted on", e);
            return Replies.modal(new ModalAnswer.Show(Replies.notWritten()), names);
        }
    }

    /** Of a form Slack names the workspace of whoever sends it; the view knows whose app it is. */
    private static @Nullable String installed(ViewSubmissionPayload payload) {
        String installed = payload.getView().getAppInstalledTeamId();
        if (installed != null) {
            return installed;
        }
        return payload.getTeam() == null ? null : payload.getTeam().getId();
    }

    private boolean isStranger(Delivered from, @Nullable String home) {
        boolean ours = belonging.isOneOfUs(from.by(), Optional.ofNullable(home));
        if (ours) {
            belonging.meet(from.by());
        }
        return !ours;
    }

    private boolean isForeign(@Nullable String team) {
        return !belonging.isOurWorkspace(Optional.ofNullable(team));
    }

    /**
     * Whatever fails behind the door, the person gets a sentence, and knows that nothing happened.
     */
    private static Answer answer(Supplier<Answer> conversation) {
        try {
            return conversation.get();
        } catch (RuntimeException e) {
            LOG.error("A request could not be acted on", e);
            return Answer.whisper(Replies.NOT_WRITTEN);
        }
    }
}
