package io.muster.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentEvent;
import io.muster.core.incident.IncidentEvent.PageCause;
import io.muster.core.incident.IncidentEvent.RolePaged;
import io.muster.core.policy.RoleName;
import io.muster.core.roster.Actor;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Nobody's night is made worse by two calls that say the same. */
class CalledAsTest {
    private static final PersonId CIRO = new PersonId("UCIRO");
    private static final PersonId BEN = new PersonId("UBEN");

    private final RolePaged commander = call("Incident commander", PageCause.DECLARED, CIRO);
    private final RolePaged ciso = call("CISO", PageCause.DECLARED, CIRO, BEN);
    private final RolePaged ceo = call("CEO", PageCause.DECLARED, CIRO);

    @Test
    @Tag("S04")
    void who_holds_three_roles_is_called_once_as_all_of_them() {
        List<Happened> together = together(commander, ciso, ceo);
        assertThat(CalledAs.titles(CIRO, commander, together))
                .contains("Incident commander, CISO and CEO");
        assertThat(CalledAs.titles(CIRO, ciso, together)).isEmpty();
        assertThat(CalledAs.titles(CIRO, ceo, together)).isEmpty();
        assertThat(CalledAs.titles(BEN, ciso, together)).contains("CISO");
    }

    @Test
    void who_is_called_for_another_reason_is_called_for_that_as_well() {
        RolePaged byHand = call("CISO", PageCause.BY_HAND, CIRO);
        List<Happened> together = together(commander, byHand);
        assertThat(CalledAs.titles(CIRO, commander, together)).contains("Incident commander");
        assertThat(CalledAs.titles(CIRO, byHand, together)).contains("CISO");
    }

    private static RolePaged call(String title, PageCause cause, PersonId... people) {
        return new RolePaged(
                new RoleName(title.toLowerCase(Locale.ROOT).replace(' ', '-')),
                title,
                List.of(people),
                cause,
                FreeText.NONE);
    }

    private static List<Happened> together(IncidentEvent... events) {
        return Arrays.stream(events)
                .map(e -> new Happened(e, Actor.muster(), Instant.parse("2026-03-04T10:00:00Z")))
                .toList();
    }
}
