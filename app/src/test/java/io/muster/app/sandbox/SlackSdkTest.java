package io.muster.app.sandbox;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.util.http.SlackHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** Slack's own Java SDK, unmodified, talks to the sandbox as it talks to Slack. */
class SlackSdkTest extends SandboxTest {
    private Slack slack;

    @Override
    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return super.options(usual).now(InstantSource.system());
    }

    @BeforeEach
    void configure() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.webApi().toString());
        config.setStatsEnabled(false);
        slack =
                Slack.getInstance(
                        config,
                        new SlackHttpClient(
                                SlackHttpClient.buildOkHttpClient(config)
                                        .newBuilder()
                                        .retryOnConnectionFailure(false)
                                        .build()));
    }

    @AfterEach
    void shutDown() throws Exception {
        slack.close();
    }

    private App app() {
        App app =
                new App(
                        AppConfig.builder()
                                .slack(slack)
                                .singleTeamBotToken(sandbox.botToken())
                                .signingSecret(sandbox.signingSecret())
                                .authTestCacheExpirationMillis(-1)
                                .allEventsApiAutoAckEnabled(true)
                                .build());
        app.command(
                "/form",
                (request, context) -> {
                    context.client()
                            .viewsOpen(open ->
                                    open.triggerId(request.getPayload().getTriggerId())
                                            .view(form()));
                    return context.ack("opening");
                });
        app.viewSubmission(
                "form",
                (request, context) -> {
                    String name =
                            request.getPayload().getView().getState().getValues().values().stream()
                                    .flatMap(block -> block.values().stream())
                                    .map(ViewState.Value::getValue)
                                    .findFirst()
                                    .orElse("");
                    if (name.equals("bad")) {
                        return context.ackWithErrors(Map.of("name", "not this one"));
                    }
                    context.client()
                            .chatPostMessage(post ->
                                    post.channel(request.getPayload().getUser().getId())
                                            .text("hello " + name)
                                            .blocks(card(name)));
                    return context.ack();
                });
        app.blockAction(
                "go",
                (request, context) -> {
                    context.respond(respond -> respond.replaceOriginal(true).text("gone"));
                    return context.ack();
                });
        app.event(
                AppMentionEvent.class,
                (payload, context) -> {
                    context.say("you called <@" + payload.getEvent().getUser() + ">");
                    return context.ack();
                });
        app.event(
                AppHomeOpenedEvent.class,
                (payload, context) -> {
                    context.client()
                            .viewsPublish(publish ->
                                    publish.userId(payload.getEvent().getUser())
                                            .view(
                                                    view(home ->
                                                            home.type("home")
                                                                    .blocks(card("home")))));
                    return context.ack();
                });
        return app;
    }

    private static View form() {
        return view(view ->
                view.type("modal")
                        .callbackId("form")
                        .title(viewTitle(title -> title.type("plain_text").text("Form")))
                        .submit(viewSubmit(submit -> submit.type("plain_text").text("Send")))
                        .blocks(
                                asBlocks(
                                        input(input ->
                                                input.blockId("name")
                                                        .label(plainText("Name"))
                                                        .element(
                                                                plainTextInput(text ->
                                                                        text.actionId("v")))))));
    }

    private static List<com.slack.api.model.block.LayoutBlock> card(String words) {
        return asBlocks(
                section(section -> section.text(markdownText("*" + words + "*"))),
                actions(actions ->
                        actions.elements(
                                asElements(
                                        button(button ->
                                                button.actionId("go").text(plainText("Go")))))));
    }

    /** Everything that a bot does in a day, whichever way it is connected. */
    private void aDayInTheLife() {
        assertThat(ana().types(general(), "/form").text()).isEqualTo("opening");
        Modal modal = ana().modal().orElseThrow();
        assertThat(ana().submits(modal, Map.of("Name", "bad")).fieldErrors())
                .containsEntry("Name", "not this one");
        assertThat(ana().submits(modal, Map.of("Name", "Muster")).ok()).isTrue();
        Message card = ana().directMessages().getFirst();
        assertThat(card.plainText()).isEqualTo("Muster");
        assertThat(ana().clicks(card, "Go").ok()).isTrue();
        assertThat(card.plainText()).isEqualTo("gone");

        ana().invitesApp(general());
        ana().says(general(), "<@" + sandbox.botUserId() + "> hi @app");
        ana().says(general(), "@" + sandbox.workspace().person("ana").handle());
        Home home = ana().opensHome();
        await().atMost(Duration.ofSeconds(5)).until(home::isPublished);
        assertThat(home.buttons()).containsExactly("Go");
        assertThat(sandbox.violations()).isEmpty();
    }

    @Nested
    class Bolt {
        @Test
        void works_over_http_through_a_thin_adapter() throws Exception {
            App app = app();
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/slack/events", exchange -> adapt(app, exchange));
            server.start();
            sandbox.deliverTo(
                    URI.create(
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events"));

            aDayInTheLife();
            assertThat(
                            sandbox.inbound()
                                    .command(ana(), general(), "/form", "")
                                    .unsigned()
                                    .send()
                                    .status())
                    .isEqualTo(401);
            server.stop(0);
        }

        private static void adapt(App app, HttpExchange exchange) throws IOException {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            SlackRequestParser parser = new SlackRequestParser(app.config());
            Request<?> request =
                    parser.parse(
                            SlackRequestParser.HttpRequest.builder()
                                    .requestUri(exchange.getRequestURI().getPath())
                                    .queryString(Map.of())
                                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                                    .requestBody(body)
                                    .remoteAddress("127.0.0.1")
                                    .build());
            try {
                Response response = request == null ? Response.error(400) : app.run(request);
                String answer = response.getBody() == null ? "" : response.getBody();
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders()
                        .set("Content-Type", String.valueOf(response.getContentType()));
                exchange.sendResponseHeaders(
                        response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                exchange.close();
            }
        }

        @Test
        void works_over_socket_mode_and_through_a_reconnect() throws Exception {
            SocketModeApp socket =
                    new SocketModeApp(
                            sandbox.appToken(), app(), SocketModeClient.Backend.JavaWebSocket, 4);
            socket.startAsync();
            sandbox.awaitConnection(Duration.ofSeconds(10));

            aDayInTheLife();
            int opened = sandbox.calls("apps.connections.open").size();
            sandbox.faults().disconnect("refresh_requested", Duration.ofSeconds(1));
            await().until(() -> sandbox.calls("apps.connections.open").size() > opened);
            await().until(() -> ana().types(general(), "/form").text().equals("opening"));
            await().until(sandbox::isQuiet);
            socket.close();
        }
    }

    @Nested
    class Client {
        private MethodsClient methods() {
            return slack.methods(sandbox.botToken());
        }

        @Test
        void reads_every_answer_into_its_own_types() throws Exception {
            MethodsClient methods = methods();
            assertThat(methods.authTest(r -> r).getBotId()).startsWith("B");
            var channel = methods.conversationsCreate(r -> r.name("sdk")).getChannel();
            assertThat(channel.getCreator()).isEqualTo(sandbox.botUserId());
            String id = channel.getId();
            assertThat(
                            methods.conversationsInvite(
                                            r -> r.channel(id).users(List.of(ana().id())))
                                    .isOk())
                    .isTrue();
            assertThat(
                            methods.conversationsSetTopic(r -> r.channel(id).topic("now"))
                                    .getChannel()
                                    .getTopic()
                                    .getValue())
                    .isEqualTo("now");
            var posted =
                    methods.chatPostMessage(r ->
                            r.channel(id)
                                    .text("card")
                                    .blocks(card("card"))
                                    .metadata(
                                            Metadata.builder()
                                                    .eventType("t")
                                                    .eventPayload(Map.of("id", "7"))
                                                    .build()));
            assertThat(posted.isOk()).as(String.valueOf(posted.getErrors())).isTrue();
            var history = methods.conversationsHistory(r -> r.channel(id).includeAllMetadata(true));
            assertThat(history.getMessages().getFirst().getMetadata().getEventPayload())
                    .containsEntry("id", "7");
            assertThat(methods.chatUpdate(r -> r.channel(id).ts(posted.getTs()).text("two")).isOk())
                    .isTrue();
            assertThat(methods.pinsAdd(r -> r.channel(id).timestamp(posted.getTs())).isOk())
                    .isTrue();
            assertThat(methods.pinsList(r -> r.channel(id)).getItems()).hasSize(1);
            assertThat(
                            methods.reactionsAdd(r ->
                                            r.channel(id).timestamp(posted.getTs()).name("eyes"))
                                    .isOk())
                    .isTrue();
            assertThat(
                            methods.bookmarksAdd(r ->
                                            r.channelId(id)
                                                    .title("Doc")
                                                    .type("link")
                                                    .link("https://x.y"))
                                    .getBookmark()
                                    .getTitle())
                    .isEqualTo("Doc");
            assertThat(
                            methods.conversationsCanvasesCreate(
                                            r -> r.channelId(id).markdown("# Plan"))
                                    .getCanvasId())
                    .startsWith("F");
            assertThat(
                            methods.usersLookupByEmail(r -> r.email("ana@example.com"))
                                    .getUser()
                                    .getId())
                    .isEqualTo(ana().id());
            assertThat(methods.usersList(r -> r.limit(2)).getResponseMetadata().getNextCursor())
                    .isNotEmpty();
            assertThat(methods.conversationsList(r -> r.limit(10)).getChannels()).isNotEmpty();
            assertThat(methods.conversationsMembers(r -> r.channel(id)).getMembers())
                    .contains(ana().id());
            assertThat(
                            methods.chatPostEphemeral(
                                            r -> r.channel(id).user(ana().id()).text("psst"))
                                    .isOk())
                    .isTrue();
            assertThat(
                            methods.chatGetPermalink(r -> r.channel(id).messageTs(posted.getTs()))
                                    .getPermalink())
                    .contains("/archives/");
            assertThat(sandbox.violations()).isEmpty();
        }

        @Test
        void uploads_a_file_in_its_three_steps() throws Exception {
            Channel room = room("room");
            var answer =
                    methods()
                            .filesUploadV2(r ->
                                    r.channel(room.id())
                                            .filename("log.txt")
                                            .title("The log")
                                            .initialComment("look")
                                            .content("hello"));

            assertThat(answer.isOk()).isTrue();
            assertThat(room.message("look").json().path("files").get(0).path("title").asString())
                    .isEqualTo("The log");
        }

        @Test
        void sees_rate_limits_and_lost_answers_as_from_slack() {
            sandbox.faults().rateLimit("chat.postMessage", Duration.ofSeconds(7), 1);
            Channel room = room("room");
            assertThatThrownBy(() -> methods().chatPostMessage(r -> r.channel(room.id()).text("a")))
                    .isInstanceOfSatisfying(
                            SlackApiException.class,
                            e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("7"));

            sandbox.faults().loseAnswer("chat.update", 1);
            assertThatThrownBy(() ->
                            methods().chatUpdate(r -> r.channel(room.id()).ts("1.1").text("a")))
                    .isInstanceOf(IOException.class);
            assertThat(sandbox.calls("chat.update")).hasSize(1);
        }
    }
}
