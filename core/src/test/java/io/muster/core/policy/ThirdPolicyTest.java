package io.muster.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.CalendarName;
import io.muster.core.calendar.Span;
import io.muster.core.written.Reading;
import io.muster.core.written.Yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A third organisation says everything that the first two say, and says it differently. */
class ThirdPolicyTest {
    private final Policy third = third();

    /** The policy of a hospital that shares nothing with those that ship with Muster. */
    static Policy third() {
        return reading().ifSound().orElseThrow();
    }

    private static Reading<Policy> reading() {
        String text = BrokenPolicies.resource("third-policy.yml");
        return PolicyReader.read(Yaml.tree(text), "0123456789ab", Yaml.laws());
    }

    @Test
    void it_is_accepted_without_a_word() {
        assertThat(reading().problems()).isEmpty();
        assertThat(third.language()).isEqualTo("fr-DZ");
        assertThat(third.severities()).hasSize(5);
        assertThat(third.phases()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"featuresignals", "soc2-irp-001"})
    void it_shares_nothing_with_a_policy_that_ships_with_muster(String name) {
        Policy shipped = BuiltIn.called(name).policy();

        assertApart(shipped, p -> each(p.severities(), s -> s.name().value()));
        assertApart(shipped, p -> each(p.severities(), Severity::title));
        assertApart(shipped, p -> each(p.phases(), f -> f.name().value()));
        assertApart(shipped, p -> each(p.phases(), Phase::title));
        assertApart(shipped, p -> items(p).map(item -> item.name().value()));
        assertApart(shipped, p -> items(p).map(Item::text));
        // Every policy has a commander; only the word for it is their own.
        assertApart(
                shipped, p -> each(p.roles(), r -> r.name().value()).filter(r -> !isCommander(r)));
        assertApart(shipped, p -> each(p.roles(), Role::title));
        assertApart(shipped, p -> each(p.kinds(), k -> k.name().value()));
        assertApart(shipped, p -> each(p.kinds(), Kind::title));
        assertApart(shipped, p -> each(p.questions(), q -> q.name().value()));
        assertApart(shipped, p -> each(p.clocks(), ClockRule::title));
        assertApart(shipped, ThirdPolicyTest::spans);
        assertApart(shipped, p -> own(p).map(c -> c.zone().getId()));
        assertApart(shipped, p -> own(p).map(c -> c.week().keySet().toString()));
        assertApart(shipped, p -> each(p.gates(), Gate::name));
        assertApart(shipped, p -> each(p.gates(), Gate::title));
        assertApart(shipped, p -> each(p.notifications().laws(), Law::id));
        assertApart(shipped, p -> each(p.notifications().duties(), d -> d.name().value()));
        assertApart(shipped, p -> each(p.approvals().purposes(), Purpose::name));
        assertApart(shipped, p -> sections(p).map(ReviewSection::name));
        assertApart(shipped, p -> sections(p).map(ReviewSection::title));
        assertApart(shipped, p -> each(p.program(), d -> d.name().value()));
        assertApart(shipped, p -> each(p.program(), d -> d.drill().orElse(d.title())));
    }

    @Test
    void its_week_begins_on_sunday_and_ends_on_thursday() {
        BusinessCalendar hospital = third.calendar(new CalendarName("hopital"));

        assertThat(hospital.isWorked(LocalDate.of(2026, 11, 20))).as("a Friday").isFalse();
        assertThat(hospital.isWorked(LocalDate.of(2026, 11, 21))).as("a Saturday").isFalse();
        assertThat(hospital.isWorked(LocalDate.of(2026, 11, 22))).as("a Sunday").isTrue();
        assertThat(hospital.isWorked(LocalDate.of(2027, 1, 12))).as("Yennayer").isFalse();
        // Three working days from Wednesday 6 January 2027 at noon in Algiers.
        assertThat(hospital.due(Instant.parse("2027-01-06T11:00:00Z"), new Span.BusinessDays(3)))
                .contains(Instant.parse("2027-01-11T11:00:00Z"));
        // Four would end on the twelfth, which is a feast.
        assertThat(hospital.due(Instant.parse("2027-01-06T11:00:00Z"), new Span.BusinessDays(4)))
                .contains(Instant.parse("2027-01-13T11:00:00Z"));
    }

    @Test
    void whom_it_calls_legal_is_whom_it_says() {
        assertThat(third.counsel().role()).isEqualTo(new RoleName("juriste"));
        assertThat(third.counselWord()).isEqualTo("الشؤون القانونية");
        assertThat(BuiltIn.called("featuresignals").policy().counsel()).isEqualTo(Counsel.USUAL);
        assertThat(BuiltIn.called("featuresignals").policy().counselWord()).isEqualTo("Legal");
    }

    @Test
    void only_its_own_purposes_can_be_chosen_and_nothing_in_them_is_english() {
        assertThat(third.approvals().purposes())
                .extracting(Purpose::name)
                .containsExactly("avis-patients", "communique");
        assertThat(
                        third.approvals()
                                .purposes()
                                .getFirst()
                                .template()
                                .text()
                                .toLowerCase(Locale.ROOT))
                .doesNotContain("fill in", "what happened");
    }

    @Test
    void its_vendors_are_called_otherwise() {
        assertThat(third.vendorKind()).map(Kind::title).contains("Prestataire");
        assertThat(BuiltIn.called("soc2-irp-001").policy().vendorKind())
                .map(Kind::title)
                .contains("Vendor");
    }

    private void assertApart(Policy shipped, Function<Policy, Stream<String>> what) {
        Set<String> theirs = what.apply(shipped).collect(Collectors.toSet());
        assertThat(what.apply(third))
                .doesNotContainAnyElementsOf(theirs.isEmpty() ? List.of("") : theirs);
    }

    private static <T> Stream<String> each(List<T> things, Function<T, String> name) {
        return things.stream().map(name);
    }

    private static Stream<Item> items(Policy policy) {
        return policy.phases().stream().flatMap(phase -> phase.items().stream());
    }

    private static boolean isCommander(String role) {
        return role.equals(Role.COMMANDER.value());
    }

    private static Stream<ReviewSection> sections(Policy policy) {
        return policy.reviewing().stream().flatMap(r -> r.sections().stream());
    }

    /** Every length of time that the policy promises something within. */
    private static Stream<String> spans(Policy policy) {
        List<String> spans = new ArrayList<>();
        policy.clocks().forEach(c -> c.within().values().forEach(s -> spans.add(s.words())));
        policy.notifications().duties().forEach(d -> spans.add(d.within().words()));
        policy.reviewing().ifPresent(r -> spans.add(r.within().words()));
        policy.reviewing().ifPresent(r -> r.hearings().forEach(h -> spans.add(h.within().words())));
        policy.approvals().within().map(Span.Elapsed::new).map(Span::words).ifPresent(spans::add);
        policy.program().forEach(d -> spans.add(rhythm(d.rhythm())));
        return spans.stream();
    }

    private static String rhythm(ProgramDuty.Rhythm rhythm) {
        return switch (rhythm) {
            case ProgramDuty.Rhythm.Every every -> every.every().toString();
            case ProgramDuty.Rhythm.After after -> after.within().words();
        };
    }

    private static Stream<BusinessCalendar> own(Policy policy) {
        return policy.calendars().values().stream()
                .filter(c -> !c.name().value().startsWith("law."));
    }
}
