package io.muster.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.calendar.Span;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A hundred thousand deadlines against a second calculation that was written by itself. */
class GeneratedDeadlinesTest {
    private static final int CASES = 100_000;
    private static final long FIRST = Instant.parse("2025-12-01T00:00:00Z").getEpochSecond();
    private static final int YEARS = 4 * 366 * 86_400;

    @Test
    @Tag("F15")
    @Tag("F19")
    @Tag("S10")
    void two_calculations_agree_on_a_hundred_thousand_deadlines() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);
        List<BusinessCalendar> calendars = new ArrayList<>();
        Deadlines.CALENDARS.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(entry -> calendars.add(entry.getValue()));
        for (int i = 0; i < CASES; i++) {
            Reckoning reckoning = reckoning(random);
            BusinessCalendar calendar = calendars.get(random.nextInt(calendars.size()));
            Optional<Instant> ours = reckoning.due(calendar).map(Reckoning.Due::at);
            if (!ours.equals(SecondReckoning.due(reckoning, calendar))) {
                assertThat(ours)
                        .as("case %d: %s in %s", i, reckoning, calendar.zone())
                        .isEqualTo(SecondReckoning.due(reckoning, calendar));
            }
        }
    }

    private static Reckoning reckoning(RandomGenerator random) {
        Instant start = instant(random);
        boolean begun = random.nextInt(10) > 0;
        boolean limited = !begun || random.nextInt(4) == 0;
        Optional<Reckoning.Limit> limit =
                limited
                        ? Optional.of(new Reckoning.Limit(near(start, random), span(random)))
                        : Optional.empty();
        Optional<Instant> held =
                random.nextInt(5) == 0
                        ? Optional.of(start.plusSeconds(random.nextInt(100 * 86_400)))
                        : Optional.empty();
        return new Reckoning(
                begun ? Optional.of(start) : Optional.empty(), span(random), limit, held);
    }

    /** Now and then at one of the hours at which clocks change. */
    private static Instant instant(RandomGenerator random) {
        long second = FIRST + random.nextInt(YEARS);
        return Instant.ofEpochSecond(random.nextInt(3) == 0 ? second / 1800 * 1800 : second);
    }

    private static Instant near(Instant start, RandomGenerator random) {
        return start.plusSeconds(random.nextInt(6 * 86_400) - 3L * 86_400);
    }

    private static Span span(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Span.Elapsed(Duration.ofMinutes(1 + random.nextInt(200 * 60)));
            case 1 -> new Span.Elapsed(Duration.ofHours(1 + random.nextInt(120)));
            case 2 -> new Span.CalendarDays(1 + random.nextInt(90));
            case 3 -> new Span.Months(1 + random.nextInt(14));
            case 4 -> new Span.BusinessDays(1 + random.nextInt(12));
            default -> new Span.BusinessHours(Duration.ofMinutes(1 + random.nextInt(40 * 60)));
        };
    }
}
