package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.fault.Fault;
import io.muster.app.sandbox.fault.FaultPlan;
import io.muster.app.sandbox.json.Form;
import io.muster.app.sandbox.json.Json;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code /api/…} over HTTP, with the faults that were ordered. */
public final class ApiHandler extends Handler.Abstract {
    private static final String PATH = "/api/";
    private static final Duration LONGEST_HANG = Duration.ofMinutes(10);

    private final WebApi api;
    private final CountDownLatch closing = new CountDownLatch(1);

    public ApiHandler(WebApi api) {
        this.api = api;
    }

    /** Lets go of the calls that hang. */
    public void release() {
        closing.countDown();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(PATH)) {
            return false;
        }
        WebApi.Asked asked = read(request, path.substring(PATH.length()));
        String connection = request.getConnectionMetaData().getId();
        Exchange exchange = api.begin(asked, connection);
        try {
            answer(asked, exchange, new Reply(request, response, callback, exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        }
        return true;
    }

    private WebApi.Asked read(Request request, String method) throws IOException {
        String type =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)).orElse("");
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        Map<String, String> form = new LinkedHashMap<>();
        String query = request.getHttpURI().getQuery();
        Form.decode(query == null ? "" : query).ifPresent(form::putAll);
        if (form.containsKey("token")) {
            api.team().violations().add("token in the query of " + method);
        }
        boolean isJson = type.startsWith("application/json");
        Optional<JsonNode> json = isJson ? Json.parse(body) : Optional.empty();
        if (!isJson) {
            Form.decode(body).ifPresent(form::putAll);
        }
        return new WebApi.Asked(
                method,
                token(request, form),
                form,
                json.filter(JsonNode::isObject),
                isJson && json.filter(JsonNode::isObject).isEmpty(),
                isJson && !type.contains("charset"));
    }

    private static String token(Request request, Map<String, String> form) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && header.startsWith("Bearer ")
                ? header.substring("Bearer ".length()).strip()
                : form.getOrDefault("token", "");
    }

    private void answer(WebApi.Asked asked, Exchange exchange, Reply reply)
            throws InterruptedException {
        FaultPlan faults = api.faults();
        Thread.sleep(faults.latency(asked.method()));
        switch (faults.health()) {
            case DOWN -> {
                reply.drop();
                return;
            }
            case MAINTENANCE -> {
                reply.page(503);
                return;
            }
            case UP -> {}
        }
        Optional<Fault> fault = faults.take(asked.method());
        if (fault.isEmpty()) {
            reply.send(api.answer(asked));
            return;
        }
        switch (fault.get()) {
            case Fault.RateLimited(Duration wait) ->
                    reply.send(api.rateLimitedByFault(asked.method(), wait));
            case Fault.ServerError(int status) -> reply.page(status);
            case Fault.Dropped dropped -> reply.drop();
            case Fault.Refused(String code) -> reply.send(refused(code));
            case Fault.Hang hang -> {
                boolean released = closing.await(LONGEST_HANG.toSeconds(), TimeUnit.SECONDS);
                exchange.judged(false, released ? "" : "hung");
                reply.drop();
            }
            case Fault.LostAnswer lost -> {
                judge(exchange, api.answer(asked));
                reply.drop();
            }
            case Fault.Malformed malformed -> {
                WebApi.Answer whole = api.answer(asked);
                judge(exchange, whole);
                String text = Json.write(whole.body());
                reply.raw(200, "application/json", text.substring(0, text.length() / 2));
            }
        }
    }

    private static WebApi.Answer refused(String code) {
        ObjectNode body = Json.object().put("ok", false).put("error", code);
        return new WebApi.Answer(200, Map.of(), body);
    }

    private static void judge(Exchange exchange, WebApi.Answer answer) {
        exchange.judged(Json.flag(answer.body(), "ok"), Json.text(answer.body(), "error"));
    }

    /** Writes one answer, or breaks the connection instead. */
    private final class Reply {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Exchange exchange;

        Reply(Request request, Response response, Callback callback, Exchange exchange) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.exchange = exchange;
        }

        void send(WebApi.Answer answer) {
            judge(exchange, answer);
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            raw(answer.status(), "application/json; charset=utf-8", Json.write(answer.body()));
        }

        void page(int status) {
            raw(
                    status,
                    "text/html; charset=utf-8",
                    "<html><body><h1>" + status + "</h1></body></html>");
        }

        void raw(int status, String type, String text) {
            response.setStatus(status);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            exchange.finished(status, api.team().now());
            response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        }

        /** The caller sees the connection end in the middle of nothing. */
        void drop() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new EofException("dropped on purpose"));
        }
    }
}
