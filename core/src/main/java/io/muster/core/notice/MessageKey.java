package io.muster.core.notice;

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

    /** The reminders and escalations of one promise. */
    public static MessageKey of(ObligationId obligation) {
        return new MessageKey("obligation:" + obligation);
    }

    /** The offer to hand this exhibit over. */
    public static MessageKey ofCustody(int exhibit, int transfer) {
        return new MessageKey("custody:" + exhibit + "/" + transfer);
    }

    /** The message that this exhibit could not be fetched. */
    public static MessageKey ofFetching(int exhibit) {
        return new MessageKey("fetching:" + exhibit);
    }

    /** The questions to Legal about evidence. */
    public static MessageKey ofLegal() {
        return new MessageKey("evidence-legal");
    }

    @Override
    public String toString() {
        return value;
    }
}
