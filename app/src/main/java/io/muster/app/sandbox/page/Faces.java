package io.muster.app.sandbox.page;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.User;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** How people look on the page: initials on a colour. */
final class Faces {
    private Faces() {}

    static ObjectNode of(User user) {
        return Json.object()
                .put("id", user.id())
                .put("handle", user.name())
                .put("name", user.realName())
                .put("title", user.title())
                .put("zone", user.zone().getId())
                .put("color", "#" + user.color())
                .put("initials", initials(user.realName()))
                .put("bot", user.isBot())
                .put("away", !user.isActive());
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (initials.length() < 2 && !word.isEmpty()) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
