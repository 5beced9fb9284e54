package io.muster.app.slack.outbound;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import com.slack.api.model.view.View;

import io.muster.app.slack.Delivered;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Whispers;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.SlackJson;
import io.muster.core.PersonId;
import io.muster.core.talk.Spot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * What is of use for seconds only: modals, the Home, private replies. Each is tried once; what
 * matters goes through the outbox instead.
 */
public final class SlackModals implements Modals, Whispers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackModals.class);

    private static final int LOOKS = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final SlackClient client;
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();
    private final Newest newest = new Newest(later);

    /** Speaks through this client. */
    public SlackModals(SlackClient client) {
        this.client = client;
    }

    @Override
    public boolean open(String trigger, View view) {
        ViewsOpenRequest request =
                ViewsOpenRequest.builder()
                        .triggerId(trigger)
                        .viewAsString(SlackJson.of(view))
                        .build();
        return succeeded(
                "views.open", client.callNow("views.open", RequestFormBuilder.toForm(request)));
    }

    @Override
    public void refresh(Pressed.ViewRef view, View changed) {
        ViewsUpdateRequest request =
                ViewsUpdateRequest.builder()
                        .viewId(view.id())
                        .viewAsString(SlackJson.of(changed))
                        .build();
        newest.run(
                "view/" + view.id(),
                () ->
                        succeeded(
                                "views.update",
                                client.callNow(
                                        "views.update", RequestFormBuilder.toForm(request))));
    }

    @Override
    public void publishHome(String person, View home) {
        ViewsPublishRequest request =
                ViewsPublishRequest.builder()
                        .userId(person)
                        .viewAsString(SlackJson.of(home))
                        .build();
        newest.run(
                "home/" + person,
                () ->
                        succeeded(
                                "views.publish",
                                client.call("views.publish", RequestFormBuilder.toForm(request))));
    }

    @Override
    public void whisper(Delivered to, Message message) {
        later.execute(() -> whisperNow(to, message));
    }

    @Override
    public void reply(Spot below, Message message) {
        ChatPostMessageRequest request =
                ChatPostMessageRequest.builder()
                        .channel(below.channel())
                        .threadTs(below.root())
                        .text(message.text())
                        .blocksAsString(SlackJson.of(message.blocks()))
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build();
        later.execute(() -> post(request));
    }

    @Override
    public void whisperWhen(Delivered to, Supplier<Optional<Message>> message) {
        later.execute(() -> {
            for (int look = 0; look < LOOKS; look++) {
                Optional<Message> now = message.get();
                if (now.isPresent()) {
                    whisperNow(to, now.get());
                    return;
                }
                if (!pause()) {
                    return;
                }
            }
        });
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private void whisperNow(Delivered to, Message message) {
        String json = ephemeral(message);
        boolean replied = to.replyTo().filter(url -> client.reply(url, json)).isPresent();
        if (!replied) {
            to.channel()
                    .ifPresentOrElse(
                            channel -> inChannel(channel, to.by(), message),
                            () -> inPerson(to.by(), message));
        }
    }

    private void inChannel(String channel, PersonId person, Message message) {
        ChatPostEphemeralRequest request =
                ChatPostEphemeralRequest.builder()
                        .channel(channel)
                        .user(person.value())
                        .text(message.text())
                        .blocksAsString(SlackJson.of(message.blocks()))
                        .build();
        succeeded(
                "chat.postEphemeral",
                client.call("chat.postEphemeral", RequestFormBuilder.toForm(request)));
    }

    /** In a modal or the Home nothing can be whispered: what is said there comes as a message. */
    private void inPerson(PersonId person, Message message) {
        post(
                ChatPostMessageRequest.builder()
                        .channel(person.value())
                        .text(message.text())
                        .blocksAsString(SlackJson.of(message.blocks()))
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .build());
    }

    private void post(ChatPostMessageRequest request) {
        succeeded(
                "chat.postMessage",
                client.call("chat.postMessage", RequestFormBuilder.toForm(request)));
    }

    private static String ephemeral(Message message) {
        var reply = new com.google.gson.JsonObject();
        reply.addProperty("response_type", "ephemeral");
        reply.addProperty("replace_original", false);
        reply.addProperty("text", message.text());
        reply.add("blocks", com.google.gson.JsonParser.parseString(SlackJson.of(message.blocks())));
        return reply.toString();
    }

    private static boolean succeeded(String method, SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Ok ignored -> true;
            case SlackAnswer.No no -> {
                LOG.warn("{} was refused: {}", method, SlackCaller.reason(no));
                yield false;
            }
            case SlackAnswer.Slower slower -> {
                LOG.warn(
                        "{} was not possible: Slack asks to wait {} s",
                        method,
                        slower.pause().toSeconds());
                yield false;
            }
            case SlackAnswer.Unreachable unreachable -> {
                LOG.warn("{} was not possible: {}", method, unreachable.reason());
                yield false;
            }
            case SlackAnswer.Lost lost -> {
                LOG.warn("{} may not have been done: {}", method, lost.reason());
                yield false;
            }
        };
    }
}
