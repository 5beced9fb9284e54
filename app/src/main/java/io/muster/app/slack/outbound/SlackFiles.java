package io.muster.app.slack.outbound;

import io.muster.app.Secret;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches what Slack keeps for its members only. The token goes to Slack's own hosts and nowhere
 * else: an address elsewhere is refused, and a redirect is followed only when it stays.
 */
final class SlackFiles {
    private static final Duration WHOLE = Duration.ofMinutes(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int REDIRECTS = 3;

    private final OkHttpClient http;
    private final HttpUrl api;
    private final Secret token;

    SlackFiles(OkHttpClient http, HttpUrl api, Secret token) {
        this.http = http.newBuilder().callTimeout(WHOLE).readTimeout(SILENCE).build();
        this.api = api;
        this.token = token;
    }

    /** Takes bytes in as they come. */
    interface Taker<T> {
        T take(InputStream bytes) throws IOException;
    }

    /** What came of it. */
    sealed interface Fetched<T> {
        /** Here it is. */
        record Here<T>(T what) implements Fetched<T> {}

        /** Slack will not give it, now or later. */
        record Denied<T>(String reason) implements Fetched<T> {}

        /** Too much at once. */
        record Slower<T>(Duration pause) implements Fetched<T> {}

        /** It did not come through this time. */
        record Broken<T>(String reason) implements Fetched<T> {}
    }

    /**
     * Fetches from an address that Slack gave us.
     *
     * @param html whether a web page is what we expect; otherwise one is Slack's way of saying no
     */
    <T> Fetched<T> fetch(String address, boolean html, Taker<T> taker) throws IOException {
        Optional<HttpUrl> at = Optional.ofNullable(HttpUrl.parse(address));
        for (int i = 0; i <= REDIRECTS; i++) {
            if (at.filter(this::isSlacks).isEmpty()) {
                return new Fetched.Denied<>("it is not on Slack's own host");
            }
            Request request =
                    new Request.Builder()
                            .url(at.get())
                            .header("Authorization", "Bearer " + token.reveal())
                            .build();
            try (Response response = open(request)) {
                if (!response.isRedirect()) {
                    return read(response, html, taker);
                }
                String next = response.header("Location");
                at = Optional.ofNullable(next == null ? null : at.get().resolve(next));
                if (at.filter(url -> url.encodedPath().contains("signin")).isPresent()) {
                    return new Fetched.Denied<>("Slack asks to sign in");
                }
            } catch (NoAnswer e) {
                return new Fetched.Broken<>(String.valueOf(e.getMessage()));
            }
        }
        return new Fetched.Denied<>("Slack sends us in a circle");
    }

    /** The scheme, host and port of the Web API, or a host below it, as files.slack.com is. */
    boolean isSlacks(HttpUrl url) {
        return url.scheme().equals(api.scheme())
                && url.port() == api.port()
                && (url.host().equals(api.host()) || url.host().endsWith("." + api.host()));
    }

    private Response open(Request request) throws NoAnswer {
        try {
            return http.newCall(request).execute();
        } catch (IOException e) {
            throw new NoAnswer(e);
        }
    }

    private static <T> Fetched<T> read(Response response, boolean html, Taker<T> taker)
            throws IOException, NoAnswer {
        if (response.code() == 429) {
            return new Fetched.Slower<>(pause(response));
        }
        if (response.code() >= 500) {
            return new Fetched.Broken<>("Slack answered " + response.code());
        }
        ResponseBody body = response.body();
        if (!response.isSuccessful() || body == null) {
            return new Fetched.Denied<>("Slack answered " + response.code());
        }
        String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
        if (!html && type.startsWith("text/html")) {
            return new Fetched.Denied<>("Slack shows its sign-in page instead");
        }
        return new Fetched.Here<>(taker.take(new Wire(body.byteStream())));
    }

    private static Duration pause(Response response) {
        try {
            return Duration.ofSeconds(
                    Long.parseLong(String.valueOf(response.header("Retry-After"))));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(30);
        }
    }

    /** The wire broke, which is another thing than a disk that is full. */
    private static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswer(IOException cause) {
            super("the connection broke: " + cause.getMessage(), cause);
        }
    }

    /** Says of a broken connection that it was one, in whoever's hands it breaks. */
    private static final class Wire extends InputStream {
        private final InputStream in;

        Wire(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                return in.read(buffer, from, length);
            } catch (IOException e) {
                throw new NoAnswer(e);
            }
        }
    }
}
