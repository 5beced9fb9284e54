package io.muster.app.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.Secret;
import io.muster.core.roster.Webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Whom Muster calls, whom it does not, and by what the other side knows that it was Muster. */
class HookCallerTest {
    private static final Secret SECRET = new Secret("s3cret");

    private final HookCaller caller =
            new HookCaller(InstantSource.fixed(Instant.ofEpochSecond(1_772_618_400)));
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<String> signatures = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    @Tag("F05")
    void a_call_is_signed_over_its_time_and_its_body() {
        Answer answer = caller.call(hook("/ok", true), "{\"a\":1}", "id-1", SECRET);
        assertThat(answer).isEqualTo(new Answer.Taken("id-1"));
        assertThat(signatures)
                .containsExactly("v1=" + HookCaller.hmac(SECRET, "1772618400.{\"a\":1}"));
    }

    @Test
    @Tag("F05")
    void a_redirect_to_a_loopback_address_is_not_followed() {
        assertThat(caller.call(hook("/redirect", true), "{}", "id", SECRET))
                .isInstanceOfSatisfying(
                        Answer.Refused.class, no -> assertThat(no.why()).contains("not followed"));
        assertThat(paths).containsExactly("/redirect");
    }

    @Test
    @Tag("F05")
    void what_lies_in_a_private_network_is_not_called_unless_the_team_file_says_so() {
        assertThat(caller.call(hook("/ok", false), "{}", "id", SECRET))
                .isInstanceOf(Answer.Refused.class);
        Webhook byName =
                new Webhook(
                        "x",
                        Webhook.Format.JSON,
                        "http://localhost:" + server.getAddress().getPort() + "/ok",
                        "X",
                        false);
        assertThat(caller.call(byName, "{}", "id", SECRET)).isInstanceOf(Answer.Refused.class);
        assertThat(paths).isEmpty();
    }

    @ParameterizedTest
    @Tag("F05")
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "ff02::1"
            })
    void none_of_these_is_an_address_of_the_public_internet(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void these_are(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    @Tag("F05")
    void what_fails_for_now_is_tried_again_and_what_is_wrong_is_not() {
        assertThat(caller.call(hook("/503", true), "{}", "id", SECRET))
                .isInstanceOf(Answer.Later.class);
        assertThat(caller.call(hook("/429", true), "{}", "id", SECRET))
                .isInstanceOf(Answer.Later.class);
        assertThat(caller.call(hook("/400", true), "{}", "id", SECRET))
                .isInstanceOf(Answer.Refused.class);
        server.stop(0);
        HookCaller another = new HookCaller(InstantSource.system());
        assertThat(another.call(hook("/ok", true), "{}", "id", SECRET))
                .isInstanceOf(Answer.Later.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        exchange.getRequestBody().readAllBytes();
        signatures.add(exchange.getRequestHeaders().getFirst("Muster-Signature"));
        int code =
                switch (path) {
                    case "/ok" -> 200;
                    case "/redirect" -> 302;
                    default -> Integer.parseInt(path.substring(1));
                };
        if (code == 302) {
            exchange.getResponseHeaders()
                    .add("Location", "http://127.0.0.1:" + server.getAddress().getPort() + "/ok");
        }
        byte[] words = "x".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private Webhook hook(String path, boolean mayBePrivate) {
        return new Webhook(
                "pager",
                Webhook.Format.JSON,
                "http://127.0.0.1:" + server.getAddress().getPort() + path,
                "PAGER_SECRET",
                mayBePrivate);
    }
}
