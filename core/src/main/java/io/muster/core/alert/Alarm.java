package io.muster.core.alert;

import io.muster.core.FreeText;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an incident knows of one matter that a source reported.
 *
 * @param members the alerts that belong to it, by the source's ids
 * @param times how often the source said that it fires
 * @param last when it last said something
 * @param spoken when the channel last heard of new alerts
 * @param unspoken how many joined since
 * @param over when the channel last heard that it is over
 * @param flaps how often it was over since, without being told anew
 * @param returned when it was found firing although the incident was resolved
 */
public record Alarm(
        AlertKey key,
        String from,
        Detection detectedBy,
        FreeText title,
        FreeText service,
        FreeText link,
        List<String> members,
        int times,
        boolean firing,
        Instant first,
        Instant last,
        Instant spoken,
        int unspoken,
        Optional<Instant> over,
        int flaps,
        Optional<Instant> returned) {
    public Alarm {
        Objects.requireNonNull(key);
        members = List.copyOf(members);
    }
}
