package io.muster.app.sandbox.blockkit;

/** Where blocks are shown, and what that place cannot show. */
public enum Surface {
    MESSAGE,
    MODAL,
    HOME;

    int maxBlocks() {
        return this == MESSAGE ? 50 : 100;
    }

    boolean bars(String blockType) {
        return switch (blockType) {
            case "markdown", "table", "file", "context_actions", "card", "carousel" ->
                    this != MESSAGE;
            case "alert" -> this != MODAL;
            default -> false;
        };
    }

    boolean barsElement(String elementType) {
        return switch (elementType) {
            case "file_input" -> this != MODAL;
            case "email_text_input", "url_text_input", "number_input" -> this == MESSAGE;
            case "workflow_button" -> this != MESSAGE;
            default -> false;
        };
    }
}
