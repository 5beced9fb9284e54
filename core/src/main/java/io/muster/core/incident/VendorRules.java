package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.policy.Kind;
import io.muster.core.vendor.Vendor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where it began, and since when we know. */
final class VendorRules {
    private VendorRules() {}

    static Decision decide(Incident incident, VendorCommand command, Moment moment) {
        return switch (command) {
            case VendorCommand.NameVendor c -> name(incident, c, moment);
        };
    }

    private static Decision name(
            Incident incident, VendorCommand.NameVendor command, Moment moment) {
        if (command.name().isBlank()) {
            return Decision.refuse(
                    Phrase.of("Say which vendor, and when they told you: ")
                            .code("/incident vendor Acme Mail told 14:30")
                            .say("."));
        }
        if (command.told().filter(moment.now()::isBefore).isPresent()) {
            return Decision.refuse(
                    "They cannot have told you later than now. Give the time at which they did.");
        }
        Optional<Vendor> before = incident.dossier().vendor();
        Optional<Instant> told = command.told().or(() -> before.flatMap(Vendor::told));
        boolean same =
                before.filter(v -> v.name().equals(command.name()) && v.told().equals(told))
                        .isPresent();
        if (same) {
            return Decision.refuse("That is recorded already.");
        }
        List<IncidentEvent> events = new ArrayList<>();
        events.add(new VendorEvent.VendorNamed(command.name(), told));
        told.filter(at -> !incident.dossier().duties().vendorToldAt().equals(Optional.of(at)))
                .map(at -> new DutyEvent.VendorToldUs(command.name(), at, FreeText.NONE))
                .ifPresent(events::add);
        classified(incident, moment).ifPresent(events::add);
        return new Decision.Accepted(events);
    }

    /** Whoever names a vendor has said of what kind it is. */
    private static Optional<IncidentEvent> classified(Incident incident, Moment moment) {
        Optional<Kind> kind = moment.policy().vendorKind();
        boolean settled =
                incident.status().isOver()
                        || kind.map(Kind::name)
                                .filter(incident.header().kinds()::contains)
                                .isPresent();
        return settled
                ? Optional.empty()
                : kind.map(k ->
                        new IncidentEvent.Classified(
                                incident.header().kind(), k.name(), k.title()));
    }
}
