package io.muster.app.web;

import io.muster.app.Secret;
import io.muster.app.desk.DutyDesk;
import io.muster.app.oncall.IcalText;
import io.muster.core.roster.Rotation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code GET /oncall/primary.ics?token=…}: a rotation as a calendar, for programs that can show
 * nothing but an address as proof. Who does not know the token learns nothing, not even whether
 * there is such a rotation.
 */
final class OnCallRoute implements Route {
    private static final Duration OVERRIDES = Duration.ofDays(14);

    private final Rotation rotation;
    private final Secret token;
    private final DutyDesk desk;

    OnCallRoute(Rotation rotation, Secret token, DutyDesk desk) {
        this.rotation = rotation;
        this.token = token;
        this.desk = desk;
    }

    static String path(Rotation rotation) {
        return "/oncall/" + rotation.name() + ".ics";
    }

    @Override
    public WebResponse answer(WebRequest request) {
        if (!said(request.query()).filter(this::matches).isPresent()) {
            return WebResponse.text(404, "There is nothing here.");
        }
        var now = desk.seen().now();
        return new WebResponse(
                200,
                "text/calendar; charset=utf-8",
                IcalText.of(rotation, desk.planSince(now.minus(OVERRIDES)), now));
    }

    private static Optional<String> said(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("token="))
                .map(part -> part.substring("token=".length()))
                .findFirst()
                .flatMap(OnCallRoute::decoded);
    }

    private static Optional<String> decoded(String word) {
        try {
            return Optional.of(URLDecoder.decode(word, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean matches(String said) {
        return MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8),
                token.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
