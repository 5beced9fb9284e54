package io.muster.app.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.muster.app.Secret;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The token goes to Slack and to nobody else, whatever an address or a redirect says. */
class SlackFilesTest {
    private static final String TOKEN = "xoxb-canary";

    private final List<String> slackHeard = new CopyOnWriteArrayList<>();
    private final List<String> strangerHeard = new CopyOnWriteArrayList<>();
    private HttpServer slack;
    private HttpServer stranger;

    @BeforeEach
    void open() throws IOException {
        slack = server();
        stranger = server();
        stranger.createContext("/", exchange -> answer(exchange, strangerHeard, 200, "stolen"));
        slack.createContext("/file", exchange -> answer(exchange, slackHeard, 200, "bytes"));
        slack.createContext("/here", exchange -> redirect(exchange, "/file"));
        slack.createContext("/away", exchange -> redirect(exchange, address(stranger) + "x"));
        slack.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        slack.createContext("/login", exchange -> redirect(exchange, "/signin?redir=file"));
        slack.createContext(
                "/page",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                    answer(exchange, slackHeard, 200, "<html>sign in</html>");
                });
        slack.createContext("/busy", exchange -> answer(exchange, slackHeard, 429, ""));
        slack.createContext("/broken", exchange -> answer(exchange, slackHeard, 502, ""));
        slack.createContext("/forbidden", exchange -> answer(exchange, slackHeard, 403, ""));
    }

    @AfterEach
    void close() {
        slack.stop(0);
        stranger.stop(0);
    }

    @Test
    void a_file_on_slacks_host_is_fetched_with_the_token() throws IOException {
        assertThat(fetch(address(slack) + "file")).isEqualTo("Here bytes");
        assertThat(fetch(address(slack) + "here")).isEqualTo("Here bytes");
        assertThat(slackHeard).allMatch(("Bearer " + TOKEN)::equals);
    }

    @Test
    void nothing_is_asked_of_another_host_not_even_after_a_redirect() throws IOException {
        assertThat(fetch(address(slack) + "away")).startsWith("Denied");
        assertThat(fetch(address(stranger) + "x")).startsWith("Denied");
        assertThat(strangerHeard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "circle, Denied",
        "login, Denied",
        "page, Denied",
        "forbidden, Denied",
        "busy, Slower",
        "broken, Broken"
    })
    void what_is_not_the_file_is_not_taken_for_it(String path, String outcome) throws IOException {
        assertThat(fetch(address(slack) + path)).startsWith(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "https://files.slack.com/files-pri/T1-F1/a.log, true",
        "https://slack.com/x, true",
        "https://acme.slack.com/x, true",
        "http://files.slack.com/x, false",
        "https://files.slack.com:8443/x, false",
        "https://slack.com.evil.example/x, false",
        "https://evilslack.com/x, false",
        "https://docs.google.com/x, false"
    })
    void only_slacks_own_hosts_are_slacks(String address, boolean slacks) {
        SlackFiles files =
                new SlackFiles(
                        new OkHttpClient(),
                        HttpUrl.get("https://slack.com/api/"),
                        new Secret(TOKEN));
        assertThat(files.isSlacks(HttpUrl.get(address))).isEqualTo(slacks);
    }

    private String fetch(String address) throws IOException {
        OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
        SlackFiles files =
                new SlackFiles(http, HttpUrl.get(address(slack) + "api/"), new Secret(TOKEN));
        return switch (files.fetch(address, false, InputStream::readAllBytes)) {
            case SlackFiles.Fetched.Here<byte[]>(byte[] bytes) ->
                    "Here " + new String(bytes, StandardCharsets.UTF_8);
            case SlackFiles.Fetched.Denied<byte[]>(String reason) -> "Denied " + reason;
            case SlackFiles.Fetched.Slower<byte[]>(var pause) -> "Slower " + pause;
            case SlackFiles.Fetched.Broken<byte[]>(String reason) -> "Broken " + reason;
        };
    }

    private static HttpServer server() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, List<String> heard, int status, String words)
            throws IOException {
        heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
