package io.muster.app.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;

import io.muster.app.slack.SlackSignature;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * All requests of Slack: verified on the raw bytes, then handed to Bolt. What is malformed gets a
 * clear answer and changes nothing.
 */
final class SlackRoute implements Route {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRoute.class);

    private final SlackSignature signature;
    private final App bolt;
    private final SlackRequestParser parser;

    SlackRoute(SlackSignature signature, App bolt) {
        this.signature = signature;
        this.bolt = bolt;
        this.parser = new SlackRequestParser(bolt.config());
    }

    @Override
    public WebResponse answer(WebRequest request) {
        boolean genuine =
                signature.isGenuine(
                        request.header("x-slack-request-timestamp"),
                        request.header("x-slack-signature"),
                        request.body().bytes());
        if (!genuine) {
            return WebResponse.refusal(
                    401,
                    "This request is not signed with our signing secret, or not within the last five minutes.");
        }
        String body = request.body().text();
        return body.startsWith("{") ? json(request, body) : form(request, body);
    }

    private WebResponse json(WebRequest request, String body) {
        JsonObject event;
        try {
            JsonElement parsed = JsonParser.parseString(body);
            if (!(parsed instanceof JsonObject object)) {
                return malformed();
            }
            event = object;
        } catch (JsonParseException e) {
            return malformed();
        }
        return switch (text(event, "type")) {
            case "url_verification" -> WebResponse.text(200, text(event, "challenge"));
            case "app_rate_limited" -> {
                LOG.warn("Slack holds back events of this workspace because there are too many");
                yield WebResponse.text(200, "");
            }
            case "event_callback" ->
                    event.get("event") instanceof JsonObject ? bolt(request, body) : malformed();
            default -> malformed();
        };
    }

    private WebResponse form(WebRequest request, String body) {
        Map<String, String> form = FormBody.parse(body);
        if ("1".equals(form.get("ssl_check"))) {
            return WebResponse.text(200, "");
        }
        if (form.containsKey("payload")) {
            return isInteraction(form.get("payload")) ? bolt(request, body) : malformed();
        }
        boolean isCommand =
                form.getOrDefault("command", "").startsWith("/")
                        && !form.getOrDefault("user_id", "").isBlank();
        return isCommand ? bolt(request, body) : malformed();
    }

    private static boolean isInteraction(String payload) {
        try {
            return JsonParser.parseString(payload) instanceof JsonObject object
                    && object.get("user") instanceof JsonObject user
                    && !text(user, "id").isBlank()
                    && isWhole(object);
        } catch (JsonParseException e) {
            return false;
        }
    }

    /** Whether it has what its type must have. */
    private static boolean isWhole(JsonObject interaction) {
        return switch (text(interaction, "type")) {
            case "block_actions" ->
                    interaction.get("actions") != null
                            && interaction.get("actions").isJsonArray()
                            && !interaction.get("actions").getAsJsonArray().isEmpty();
            case "view_submission", "view_closed" -> interaction.get("view") instanceof JsonObject;
            default -> !text(interaction, "type").isBlank();
        };
    }

    private WebResponse bolt(WebRequest request, String body) {
        try {
            Request<?> parsed =
                    parser.parse(
                            SlackRequestParser.HttpRequest.builder()
                                    .requestUri(request.path())
                                    .queryString(Map.of())
                                    .headers(new RequestHeaders(request.headers()))
                                    .requestBody(body)
                                    .remoteAddress("")
                                    .build());
            return parsed == null ? malformed() : response(bolt.run(parsed));
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("A signed request could not be read: {}", e.getMessage());
            return malformed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static WebResponse response(Response response) {
        String type =
                response.getContentType() == null
                        ? "text/plain; charset=utf-8"
                        : response.getContentType();
        return new WebResponse(
                response.getStatusCode(),
                type,
                response.getBody() == null ? "" : response.getBody());
    }

    private static WebResponse malformed() {
        return WebResponse.refusal(
                400, "This request is signed but not one that Slack sends; nothing was changed.");
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) && object.get(name).isJsonPrimitive()
                ? object.get(name).getAsString()
                : "";
    }

    /** A form of one value a name, as Slack sends it. */
    private static final class FormBody {
        private FormBody() {}

        static Map<String, String> parse(String body) {
            Map<String, String> form = new java.util.LinkedHashMap<>();
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    form.putIfAbsent(
                            decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
            return form;
        }

        private static String decode(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return ""; // a broken escape: the field counts as not sent
            }
        }
    }
}
