package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.duty.Duties;
import io.muster.core.incident.Dossier;
import io.muster.core.vendor.Vendor;

import java.util.ArrayList;
import java.util.List;

/**
 * At whose place it began, and when they told us: from then on our own time to tell others runs.
 */
final class VendorSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Dossier dossier = subject.incident().dossier();
        List<Phrase> lines = new ArrayList<>();
        dossier.vendor().map(VendorSection::began).ifPresent(lines::add);
        dossier.duties().vendorNotices().stream()
                .filter(notice -> dossier.vendor().filter(v -> saysNoMore(notice, v)).isEmpty())
                .map(VendorSection::told)
                .forEach(lines::add);
        return lines.isEmpty()
                ? Chapter.none("Vendor")
                : new Chapter("Vendor", List.of(new Passage.Bullets(lines)));
    }

    /** Naming the vendor is word from them too; it is not said twice. */
    private static boolean saysNoMore(Duties.VendorNotice notice, Vendor vendor) {
        return notice.said().isBlank()
                && notice.vendor().equals(vendor.name())
                && vendor.told().filter(notice.toldAt()::equals).isPresent();
    }

    private static Phrase began(Vendor vendor) {
        Phrase name =
                Phrase.of("It began at ")
                        .quote(vendor.name())
                        .say(" (recorded by ")
                        .then(Wording.who(vendor.by()))
                        .say(")");
        return vendor.told()
                .map(told -> name.say(", who told us ").at(told))
                .orElse(name.say("; when they told us is not recorded yet"));
    }

    private static Phrase told(Duties.VendorNotice notice) {
        return Phrase.of("Told us: ")
                .quote(notice.vendor())
                .say(", ")
                .at(notice.toldAt())
                .then(Wording.because(notice.said()))
                .say(" (recorded by ")
                .then(Wording.byAndWhen(notice.by(), notice.recordedAt()))
                .say(")");
    }
}
