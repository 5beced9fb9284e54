package io.muster.core.report;

import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What shows that the population is whole: incidents are numbered without a gap, so a number that
 * is left out would be seen.
 *
 * @param first the lowest number of the period; empty if nothing was declared in it
 * @param missing numbers between the first and the last that do not belong to the period
 * @param before the incident that was declared before the first one
 */
public record Numbering(
        Optional<IncidentId> first,
        Optional<IncidentId> last,
        List<IncidentId> missing,
        Optional<CaseFile> before) {
    public Numbering {
        missing = List.copyOf(missing);
    }

    /**
     * Of these.
     *
     * @param files all that were declared before the period ended, by number
     */
    static Numbering of(List<CaseFile> files, Period period) {
        List<IncidentId> numbers =
                files.stream()
                        .filter(f -> period.holds(f.incident().declaredAt()))
                        .map(f -> f.incident().id())
                        .toList();
        if (numbers.isEmpty()) {
            return new Numbering(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    files.reversed().stream().findFirst());
        }
        IncidentId first = numbers.getFirst();
        IncidentId last = numbers.getLast();
        return new Numbering(
                Optional.of(first),
                Optional.of(last),
                LongStream.rangeClosed(first.number(), last.number())
                        .mapToObj(IncidentId::new)
                        .filter(id -> !numbers.contains(id))
                        .toList(),
                files.reversed().stream()
                        .filter(f -> f.incident().id().number() < first.number())
                        .findFirst());
    }

    /** In a sentence. */
    Phrase words() {
        Phrase range =
                first.map(id ->
                                Phrase.of(
                                        first.equals(last)
                                                ? id + " alone"
                                                : id + " to " + last.orElse(id) + left()))
                        .orElse(Phrase.of("none"));
        return before.map(file ->
                        range.say("; before " + (first.isPresent() ? "them " : "that "))
                                .say(file.incident().id() + ", declared ")
                                .at(file.incident().declaredAt()))
                .orElse(range);
    }

    private String left() {
        return missing.isEmpty()
                ? ", none left out"
                : ", without "
                        + String.join(", ", missing.stream().map(IncidentId::toString).toList());
    }
}
