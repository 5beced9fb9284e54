package io.muster.core.duty;

import io.muster.core.FreeText;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.SeverityName;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said and done about the duties to notify of one incident.
 *
 * @param standings by duty; one about which nothing was said is absent
 * @param reached when the incident was of this severity, or graver, for the first time
 * @param vendorNotices what vendors told us, in the order in which it was recorded
 */
public record Duties(
        Map<DutyName, Standing> standings,
        Map<SeverityName, Instant> reached,
        List<VendorNotice> vendorNotices) {
    /** Nothing said. */
    public static final Duties NONE = new Duties(Map.of(), Map.of(), List.of());

    public Duties {
        standings = Map.copyOf(standings);
        reached = Map.copyOf(reached);
        vendorNotices = List.copyOf(vendorNotices);
    }

    /** What was said and done about this duty. */
    public Standing of(DutyName duty) {
        return standings.getOrDefault(duty, Standing.NONE);
    }

    /** When the incident was of this severity, or graver, for the first time. */
    public Optional<Instant> reached(SeverityName severity) {
        return Optional.ofNullable(reached.get(severity));
    }

    /** When a vendor told us, as it was last recorded. */
    public Optional<Instant> vendorToldAt() {
        return vendorNotices.isEmpty()
                ? Optional.empty()
                : Optional.of(vendorNotices.getLast().toldAt());
    }

    /** When a vendor told us for the first time, whatever any of them told us later. */
    public Optional<Instant> firstToldAt() {
        return vendorNotices.stream().map(VendorNotice::toldAt).min(Comparator.naturalOrder());
    }

    /** With another standing of this duty. */
    public Duties with(DutyName duty, Standing standing) {
        Map<DutyName, Standing> changed = new LinkedHashMap<>(standings);
        changed.put(duty, standing);
        return new Duties(changed, reached, vendorNotices);
    }

    /** After the incident was of this severity; the first time counts. */
    public Duties reaching(SeverityName severity, Instant at) {
        Map<SeverityName, Instant> changed = new LinkedHashMap<>(reached);
        changed.putIfAbsent(severity, at);
        return new Duties(standings, changed, vendorNotices);
    }

    /** With this said by a vendor. */
    public Duties with(VendorNotice notice) {
        List<VendorNotice> more = new ArrayList<>(vendorNotices);
        more.add(notice);
        return new Duties(standings, reached, more);
    }

    /**
     * A vendor told us of an incident of theirs.
     *
     * @param toldAt when they told us, as somebody here says
     */
    public record VendorNotice(
            FreeText vendor, Instant toldAt, FreeText said, Actor by, Instant recordedAt) {
        public VendorNotice {
            Objects.requireNonNull(toldAt);
        }
    }
}
