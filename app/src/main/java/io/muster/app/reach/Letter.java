package io.muster.app.reach;

import java.util.Objects;
import java.util.Optional;

/**
 * One mail to one person.
 *
 * @param id the same whenever it is sent again, so that a repeat is recognised
 * @param thread what all mails of one incident refer to
 * @param unsubscribe the address of a page that unsubscribes, for mails that somebody can be
 *     without
 */
public record Letter(
        String to,
        String subject,
        String body,
        String id,
        String thread,
        Optional<String> unsubscribe) {
    private static final int LONGEST_SUBJECT = 200;

    public Letter {
        Objects.requireNonNull(to);
        Objects.requireNonNull(id);
        Objects.requireNonNull(thread);
        Objects.requireNonNull(unsubscribe);
        subject = oneLine(subject);
        body = body.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    /** One that nobody can be without. */
    public Letter(String to, String subject, String body, String id, String thread) {
        this(to, subject, body, id, thread, Optional.empty());
    }

    /** A line break in a subject would begin another header. */
    private static String oneLine(String subject) {
        String line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
