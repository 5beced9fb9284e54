package io.muster.app.reach;

import io.muster.app.Secret;
import io.muster.core.roster.Webhook;

import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls other products. It follows no redirect, and goes into a network of our own only where the
 * team file says so: else whoever can change an address there could make Muster knock at any door
 * inside. Answers are not read beyond their number.
 */
public final class HookCaller {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String PRIVATE =
            "its address lies in a private network; `private-addresses: yes` in the team file"
                    + " allows that";

    private static final Duration LONGEST_WISH = Duration.ofMinutes(15);

    private final OkHttpClient anywhere;
    private final OkHttpClient publicOnly;
    private final InstantSource clock;

    /** Calls with timestamps of this clock. */
    public HookCaller(InstantSource clock) {
        this.clock = clock;
        this.anywhere =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .connectTimeout(CONNECT)
                        .callTimeout(CALL)
                        .build();
        this.publicOnly = anywhere.newBuilder().dns(new PublicAddresses()).build();
    }

    /**
     * Calls a webhook.
     *
     * @param id by which the other side recognises a repeat
     */
    public Answer call(Webhook hook, String body, String id, Secret secret) {
        HttpUrl url = HttpUrl.parse(hook.url());
        if (url == null) {
            return new Answer.Refused("its address cannot be read");
        }
        if (!hook.privateAddresses() && PublicAddresses.isPrivateNumber(url.host())) {
            return notPublic();
        }
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("User-Agent", "Muster")
                        .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
        if (hook.format() != Webhook.Format.PAGERDUTY) {
            sign(request, body, id, secret);
        }
        OkHttpClient client = hook.privateAddresses() ? anywhere : publicOnly;
        try (Response response = client.newCall(request.build()).execute()) {
            return judged(response, id);
        } catch (PublicAddresses.NotPublic e) {
            return notPublic();
        } catch (UnknownHostException e) {
            return new Answer.Later(SOON, "its name is not known");
        } catch (ConnectException e) {
            return new Answer.Later(SOON, "it cannot be reached");
        } catch (IOException e) {
            return new Answer.Lost("no answer: " + e.getClass().getSimpleName());
        }
    }

    /** Why it could not be called, whatever is on the other side; calls nobody. */
    static Optional<String> obstacle(Webhook hook) {
        HttpUrl url = HttpUrl.parse(hook.url());
        if (url == null) {
            return Optional.of("its address cannot be read");
        }
        if (!hook.privateAddresses() && PublicAddresses.isPrivateNumber(url.host())) {
            return Optional.of(PRIVATE);
        }
        Dns names = hook.privateAddresses() ? Dns.SYSTEM : new PublicAddresses();
        try {
            names.lookup(url.host());
            return Optional.empty();
        } catch (PublicAddresses.NotPublic e) {
            return Optional.of(PRIVATE);
        } catch (UnknownHostException e) {
            return Optional.of("the name " + url.host() + " is not known; check it and the DNS");
        }
    }

    private static Answer notPublic() {
        return new Answer.Refused(PRIVATE);
    }

    private Answer judged(Response response, String id) {
        int code = response.code();
        if (response.isSuccessful()) {
            return new Answer.Taken(id);
        }
        if (code >= 300 && code < 400) {
            return new Answer.Refused("it sends us on to another address, which is not followed");
        }
        if (code == 429 || code == 408 || code >= 500) {
            return new Answer.Later(wish(response), "it answered " + code);
        }
        return new Answer.Refused("it answered " + code);
    }

    private static Duration wish(Response response) {
        String after = response.header("Retry-After", "");
        if (after == null || !after.matches("\\d{1,5}")) {
            return SOON;
        }
        Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(after)));
        return asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked;
    }

    /** Over timestamp and body, so that nobody can send it again later or change it. */
    private void sign(Request.Builder request, String body, String id, Secret secret) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        request.header("Muster-Timestamp", timestamp)
                .header("Muster-Delivery", id)
                .header("Muster-Signature", "v1=" + hmac(secret, timestamp + "." + body));
    }

    static String hmac(Secret secret, String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is not there", e);
        }
    }
}
