package io.muster.app.sandbox.blockkit;

import static io.muster.app.sandbox.blockkit.Rule.flag;
import static io.muster.app.sandbox.blockkit.Rule.string;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/** The rules about views: modals and the Home of the app. */
public final class ViewKit {
    private static final int MAX_BYTES = 250_000;

    private static final Rule MODAL =
            common().required("title", Parts.plainText(1, 24))
                    .optional("submit", Parts.plainText(1, 24))
                    .optional("close", Parts.plainText(1, 24))
                    .optional("clear_on_close", flag())
                    .optional("notify_on_close", flag())
                    .also(ViewKit::submitWithInput);

    private static final Rule HOME = common();

    private ViewKit() {}

    /** The blocks are checked apart, under the surface that the type asks for. */
    private static Shape common() {
        return Shape.typed()
                .required("blocks", Rule.anything())
                .optional("private_metadata", string(3000))
                .optional("callback_id", string(255))
                .optional("external_id", string(255));
    }

    public static boolean tooLarge(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    public static Findings check(JsonNode view) {
        Findings findings = new Findings();
        switch (Json.text(view, "type")) {
            case "modal" -> check(view, MODAL, Surface.MODAL, findings);
            case "home" -> check(view, HOME, Surface.HOME, findings);
            default -> findings.add("/view/type", "unsupported type: " + Json.text(view, "type"));
        }
        return findings;
    }

    private static void check(JsonNode view, Rule rule, Surface surface, Findings findings) {
        rule.check(view, "/view", findings);
        BlockKit.check(view.path("blocks"), "/view/blocks", surface, findings);
        if (surface == Surface.MODAL && view.path("blocks").isEmpty()) {
            findings.add("/view/blocks", "no fewer than 1 items allowed");
        }
    }

    private static void submitWithInput(JsonNode view, String at, Findings findings) {
        boolean hasInput =
                Json.stream(view, "blocks")
                        .anyMatch(block -> Json.text(block, "type").equals("input"));
        if (hasInput && !Json.has(view, "submit")) {
            findings.add(at + "/submit", "missing required field: submit");
        }
    }
}
