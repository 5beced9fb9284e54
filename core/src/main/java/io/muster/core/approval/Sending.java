package io.muster.core.approval;

import io.muster.core.FreeText;
import io.muster.core.PersonId;

import java.time.Instant;

/**
 * The words went out.
 *
 * @param hash of the words that went out
 * @param sentAt when, as somebody claims
 * @param how by which way in fact
 * @param recipients to whom, or to how many
 * @param proof where it can be seen
 * @param compared what went out was held against what was approved, word by word
 * @param exercise nothing left the building: it was a drill
 */
public record Sending(
        String hash,
        Instant sentAt,
        FreeText how,
        FreeText recipients,
        FreeText proof,
        boolean compared,
        boolean exercise,
        PersonId by,
        Instant recordedAt) {}
