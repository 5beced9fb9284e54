package io.muster.app.slack;

import com.slack.api.model.view.View;

import io.muster.core.Phrase;

import java.util.Map;

/** What becomes of a modal that was submitted. */
public sealed interface ModalAnswer {
    /** It closes. */
    record Close() implements ModalAnswer {}

    /** It stays, with words under the fields that want mending. */
    record Errors(Map<String, String> byBlock) implements ModalAnswer {
        public Errors {
            byBlock = Map.copyOf(byBlock);
        }
    }

    /** It stays, with the words of a refusal under one field; they may name people. */
    record Refused(String block, Phrase words) implements ModalAnswer {}

    /** It shows something else. */
    record Show(View view) implements ModalAnswer {}

    /** It closes. */
    static ModalAnswer close() {
        return new Close();
    }

    /** It shows something else. */
    static ModalAnswer show(View view) {
        return new Show(view);
    }

    /** It stays, with the words of a refusal under one field. */
    static ModalAnswer refused(String block, Phrase words) {
        return new Refused(block, words);
    }

    /** It stays, with words under one field. */
    static ModalAnswer error(String block, String words) {
        return new Errors(Map.of(block, words));
    }
}
