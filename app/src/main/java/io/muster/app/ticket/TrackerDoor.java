package io.muster.app.ticket;

import io.muster.app.Secret;
import io.muster.app.reach.PublicAddresses;
import io.muster.core.roster.TicketSystem;

import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * The way to a ticket system: with its token, without following redirects, into a private network
 * only where the team file says so.
 */
final class TrackerDoor {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final MediaType TYPE = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long LARGEST_ANSWER = 4L << 20;

    private final TicketSystem system;
    private final Secret token;
    private final Map<String, String> headers;
    private final OkHttpClient client;

    /**
     * @param headers what every request carries beside the token
     * @param patience how long an answer may take
     */
    TrackerDoor(TicketSystem system, Secret token, Map<String, String> headers, Duration patience) {
        this.system = system;
        this.token = token;
        this.headers = Map.copyOf(headers);
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectTimeout(CONNECT)
                        .readTimeout(patience)
                        .callTimeout(patience);
        this.client =
                system.privateAddresses()
                        ? builder.build()
                        : builder.dns(new PublicAddresses()).build();
    }

    /** Reads; asking again does no harm, so a lost answer is no more than a delay. */
    Reply get(String path, Function<JsonNode, Reply> read) {
        return look(request(path).get().build(), read);
    }

    /** Reads by way of a request with a body. */
    Reply ask(String path, JsonNode body, Function<JsonNode, Reply> read) {
        return look(request(path).post(json(body)).build(), read);
    }

    /** Changes something there. */
    Reply post(String path, JsonNode body, Function<JsonNode, Reply> read) {
        return call(request(path).post(json(body)).build(), read);
    }

    /** Changes something there, recognised by this key if it is sent again. */
    Reply post(String path, JsonNode body, String key, Function<JsonNode, Reply> read) {
        return call(request(path).header("Idempotency-Key", key).post(json(body)).build(), read);
    }

    /** Changes a part of something there. */
    Reply patch(String path, JsonNode body, Function<JsonNode, Reply> read) {
        return call(request(path).patch(json(body)).build(), read);
    }

    /** Asks what may be asked there: any answer shows that somebody is there. */
    Reply knock() {
        return look(request("").method("OPTIONS", null).build(), body -> new Reply.Done());
    }

    private Request.Builder request(String path) {
        Request.Builder request =
                new Request.Builder()
                        .url(system.address() + path)
                        .header("User-Agent", "Muster")
                        .header("Accept", "application/json")
                        .header(
                                "Authorization",
                                system.user()
                                        .map(user -> Credentials.basic(user, token.reveal()))
                                        .orElse("Bearer " + token.reveal()));
        headers.forEach(request::header);
        return request;
    }

    private static RequestBody json(JsonNode body) {
        return RequestBody.create(
                JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8), TYPE);
    }

    private Reply look(Request request, Function<JsonNode, Reply> read) {
        Reply reply = call(request, read);
        return reply instanceof Reply.Lost(String why)
                ? new Reply.Later(Refusals.SOON, why)
                : reply;
    }

    private Reply call(Request request, Function<JsonNode, Reply> read) {
        HttpUrl url = request.url();
        if (!system.privateAddresses() && PublicAddresses.isPrivateNumber(url.host())) {
            return notPublic();
        }
        try (Response response = client.newCall(request).execute()) {
            JsonNode body = body(response);
            return response.isSuccessful() ? read.apply(body) : Refusals.of(response, body);
        } catch (PublicAddresses.NotPublic e) {
            return notPublic();
        } catch (UnknownHostException e) {
            return new Reply.Later(Refusals.SOON, "its name is not known");
        } catch (ConnectException e) {
            return new Reply.Later(Refusals.SOON, "it cannot be reached");
        } catch (IOException e) {
            return new Reply.Lost("it did not answer in time");
        }
    }

    private static Reply notPublic() {
        return new Reply.Refused(
                "its address lies in a private network; `private-addresses: yes` in the team file"
                        + " allows that");
    }

    /** What is no JSON is nothing; whoever reads it says what that means. */
    private static JsonNode body(Response response) throws IOException {
        byte[] bytes = response.peekBody(LARGEST_ANSWER).bytes();
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
