package io.muster.core.incident;

import io.muster.core.vendor.Vendor;

/** What is known of the vendor after it. */
final class VendorFold {
    private VendorFold() {}

    static Vendor after(VendorEvent event, Happened happened) {
        return switch (event) {
            case VendorEvent.VendorNamed e -> new Vendor(e.name(), e.told(), happened.by());
        };
    }
}
