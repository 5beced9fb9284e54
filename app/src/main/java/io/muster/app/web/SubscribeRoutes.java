package io.muster.app.web;

import io.muster.app.status.LinkToken;
import io.muster.app.status.SubscriptionHtml;
import io.muster.app.status.Subscriptions;
import io.muster.core.statuspage.PublicPage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where people subscribe to the status page by mail. Opening a link changes nothing, for programs
 * that look through mails open them all; what changes something is sent by a button, or by the mail
 * program itself, as RFC 8058 describes it.
 */
final class SubscribeRoutes {
    private static final int LONGEST = 4_096;
    private static final int AN_HOUR_FROM_ONE = 20;
    private static final int AN_HOUR_FROM_ALL = 500;

    private final Subscriptions subscriptions;
    private final SubscriptionHtml pages;
    private final SourcePace pace =
            new SourcePace(System::nanoTime, AN_HOUR_FROM_ONE, AN_HOUR_FROM_ALL);

    private SubscribeRoutes(Subscriptions subscriptions, PublicPage page) {
        this.subscriptions = subscriptions;
        this.pages = new SubscriptionHtml(page);
    }

    /** Adds them. */
    static WebServer.Routes on(
            WebServer.Routes routes, Subscriptions subscriptions, PublicPage page) {
        SubscribeRoutes all = new SubscribeRoutes(subscriptions, page);
        return routes.get("/status/subscribe", r -> page(200, all.pages.form()))
                .post("/status/subscribe", all::subscribe)
                .get("/status/confirm", all::mayConfirm)
                .post("/status/confirm", all::confirm)
                .get("/status/unsubscribe", r -> page(200, all.pages.mayUnsubscribe(token(r))))
                .post("/status/unsubscribe", all::unsubscribe);
    }

    private WebResponse subscribe(WebRequest request) {
        if (!pace.take(Source.of(request))) {
            return page(429, pages.tooMany());
        }
        String typed = typed(request, "email").orElse("");
        return subscriptions.ask(typed)
                ? page(200, pages.asked())
                : page(400, pages.noAddress(typed));
    }

    private WebResponse mayConfirm(WebRequest request) {
        LinkToken token = token(request);
        return subscriptions.canConfirm(token)
                ? page(200, pages.mayConfirm(token))
                : page(410, pages.oldLink());
    }

    private WebResponse confirm(WebRequest request) {
        return subscriptions.confirm(token(request))
                ? page(200, pages.confirmed())
                : page(410, pages.oldLink());
    }

    private WebResponse unsubscribe(WebRequest request) {
        subscriptions.unsubscribe(token(request));
        return page(200, pages.unsubscribed());
    }

    private static WebResponse page(int status, String html) {
        return new WebResponse(
                status,
                "text/html; charset=utf-8",
                html,
                Map.of(
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", StatusRoutes.policy("'self'"),
                        "Referrer-Policy", "no-referrer",
                        "X-Robots-Tag", "noindex"));
    }

    /** In the address where it is a link or a mail program that asks, else in the form. */
    private static LinkToken token(WebRequest request) {
        return LinkToken.of(value(request.query(), "t").or(() -> typed(request, "t")).orElse(""));
    }

    private static Optional<String> typed(WebRequest request, String field) {
        byte[] body = request.body().bytes();
        return body.length > LONGEST ? Optional.empty() : value(request.body().text(), field);
    }

    private static Optional<String> value(String pairs, String name) {
        return Arrays.stream(pairs.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .flatMap(SubscribeRoutes::decoded);
    }

    private static Optional<String> decoded(String words) {
        try {
            return Optional.of(URLDecoder.decode(words, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
