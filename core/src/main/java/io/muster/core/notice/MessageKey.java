package io.muster.core.notice;

import io.muster.core.PersonId;
import io.muster.core.obligation.ObligationId;

import java.util.Objects;

/**
 * By what a message can be found again, within its incident, so that it can be edited when what it
 * asks for has been done. Several messages may share a key.
 */
public record MessageKey(String value) {
    /** Messages that nobody edits later. */
    public static final MessageKey NONE = new MessageKey("");

    /** The calls to those who must acknowledge. */
    public static final MessageKey PAGES = new MessageKey("pages");

    public MessageKey {
        Objects.requireNonNull(value);
    }

    /** The word that one person got because the plan says that they must know. */
    public static MessageKey wordTo(PersonId person) {
        return new MessageKey("word:" + person);
    }

    /** The reminders and escalations of one promise. */
    public static MessageKey of(ObligationId obligation) {
        return new MessageKey("obligation:" + obligation);
    }

    @Override
    public String toString() {
        return value;
    }
}
