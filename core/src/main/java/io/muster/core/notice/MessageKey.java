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

    /** What asks for the approval of the post-mortem. */
    public static final MessageKey REVIEW = new MessageKey("review");

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

    /** What asks this person to read this form of a draft. */
    public static MessageKey review(int draft, int revision, PersonId person) {
        return new MessageKey("draft:" + draft + "/" + revision + ":" + person);
    }

    /** What was said to the owner of an action item. */
    public static MessageKey ofAction(int number) {
        return new MessageKey("action:" + number);
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
