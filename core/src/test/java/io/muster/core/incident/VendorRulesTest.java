package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.policy.KindName;
import io.muster.core.vendor.Vendor;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** It began at a sub-processor, and our own duty counts from when they told us. */
class VendorRulesTest {
    private final Scene scene = Scene.declared();

    @Test
    @Tag("F27")
    void naming_the_vendor_makes_it_an_incident_of_its_own_kind() {
        Instant told = scene.now().minus(Duration.ofHours(5));
        scene.does(name("Acme Mail", told));
        assertThat(scene.incident().header().kind()).contains(new KindName("vendor"));
        assertThat(scene.incident().dossier().vendor())
                .hasValueSatisfying(vendor -> {
                    assertThat(vendor.name().text()).isEqualTo("Acme Mail");
                    assertThat(vendor.told()).contains(told);
                });
        assertThat(scene.said())
                .anyMatch(line -> line.contains("Acme Mail, who told us 2026-03-04 05:00 UTC"));
    }

    @Test
    @Tag("F27")
    void when_they_told_us_can_be_said_later_and_is_not_lost_again() {
        scene.does(name("Acme", null));
        assertThat(scene.incident().dossier().vendor().flatMap(Vendor::told)).isEmpty();
        scene.does(name("Acme", scene.now()));
        scene.does(name("Acme Mail Ltd", null));
        assertThat(scene.incident().dossier().vendor().flatMap(Vendor::told)).contains(scene.now());
        scene.isRefused(name("Acme Mail Ltd", null), "recorded already");
    }

    @Test
    @Tag("F27")
    void they_cannot_have_told_us_in_the_future_nor_be_without_a_name() {
        scene.isRefused(name("Acme", scene.now().plusSeconds(1)), "later than now");
        scene.isRefused(name(" ", scene.now()), "/incident vendor");
    }

    private static VendorCommand name(
            String vendor, @org.jspecify.annotations.Nullable Instant told) {
        return new VendorCommand.NameVendor(new FreeText(vendor), Optional.ofNullable(told));
    }
}
