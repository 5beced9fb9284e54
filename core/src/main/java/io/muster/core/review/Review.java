package io.muster.core.review;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The post-mortem of one incident: what people wrote, and how far it has come. What the record
 * writes by itself is not kept here; it is made when it is read.
 *
 * @param sections the newest version of each section that people wrote
 * @param revision how often something was written; by it a reader says which text they mean
 * @param submission who asked for its approval, while it stands or has been granted
 * @param presented to whom the approved text was presented
 * @param shared everyone inside was told
 * @param publication who asked to have it published outside, and when
 * @param published what left the building of it, the newest last
 */
public record Review(
        Stage stage,
        SequencedMap<String, WrittenSection> sections,
        int revision,
        Optional<Submission> submission,
        Optional<Approval> approval,
        List<Presentation> presented,
        boolean shared,
        Optional<Asked> publication,
        List<Publication> published) {
    /** Nobody has begun. */
    public static final Review NONE =
            new Review(
                    Stage.NONE,
                    new LinkedHashMap<>(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    Optional.empty(),
                    List.of());

    public Review {
        sections = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sections));
        presented = List.copyOf(presented);
        published = List.copyOf(published);
    }

    /** How far it has come. */
    public enum Stage {
        NONE,
        /** People write it. */
        WRITING,
        /** Somebody has to approve it. */
        SUBMITTED,
        APPROVED
    }

    /** Who asked for the approval of which text. */
    public record Submission(Actor by, Instant at, int revision) {}

    /** Who approved which text. */
    public record Approval(Actor by, Instant at, int revision) {}

    /** To whom it was presented, when, and who says so. */
    public record Presentation(String hearing, Instant when, Actor by) {}

    /** Who asked, and when. */
    public record Asked(Actor by, Instant at) {}

    /**
     * What left the building of it.
     *
     * @param draft the number of the notice
     * @param sentAt when, as somebody claims
     * @param proof where it can be seen
     * @param exercise nothing left the building: it was a drill
     */
    public record Publication(int draft, Instant sentAt, FreeText proof, boolean exercise) {}

    /** Whether anybody or anything has begun it. */
    public boolean begun() {
        return stage != Stage.NONE;
    }

    /** Whether it is approved as it stands. */
    public boolean approved() {
        return stage == Stage.APPROVED;
    }

    /** What people wrote in this section. */
    public Optional<WrittenSection> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** How often this section has been written; 0 if it never was. */
    public int revisionOf(String section) {
        return section(section).map(WrittenSection::revision).orElse(0);
    }

    /** The presentation to these, if it has taken place. */
    public Optional<Presentation> presentation(String hearing) {
        return presented.stream().filter(p -> p.hearing().equals(hearing)).findFirst();
    }

    /** Everyone who wrote a part of it. */
    public Set<PersonId> authors() {
        return sections.values().stream()
                .flatMap(s -> s.by().person().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Whether this person wrote more than half of its sections as they now stand. */
    public boolean mostlyBy(PersonId person) {
        long own =
                sections.values().stream()
                        .filter(s -> s.by().person().filter(person::equals).isPresent())
                        .count();
        return own * 2 > sections.size();
    }

    /** Whether it is as good as theirs, so that another pair of eyes has to approve it. */
    public boolean isOwnOf(PersonId person) {
        return submission.flatMap(s -> s.by().person()).filter(person::equals).isPresent()
                || mostlyBy(person);
    }

    /** Begun. */
    public Review drafted() {
        return at(Stage.WRITING);
    }

    /** With this section written. */
    public Review with(WrittenSection section) {
        LinkedHashMap<String, WrittenSection> changed = new LinkedHashMap<>(sections);
        changed.put(section.name(), section);
        return new Review(
                stage,
                changed,
                revision + 1,
                submission,
                approval,
                presented,
                shared,
                publication,
                published);
    }

    /** With its approval asked for. */
    public Review with(Submission asked) {
        return new Review(
                Stage.SUBMITTED,
                sections,
                revision,
                Optional.of(asked),
                Optional.empty(),
                List.of(),
                false,
                publication,
                published);
    }

    /** Approved. */
    public Review with(Approval granted) {
        return new Review(
                Stage.APPROVED,
                sections,
                revision,
                submission,
                Optional.of(granted),
                presented,
                shared,
                publication,
                published);
    }

    /** Back with those who write it: what followed from an approval has to be done again. */
    public Review returned() {
        return new Review(
                Stage.WRITING,
                sections,
                revision,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                published);
    }

    /** With everyone inside told. */
    public Review sharedInside() {
        return new Review(
                stage,
                sections,
                revision,
                submission,
                approval,
                presented,
                true,
                publication,
                published);
    }

    /** Presented to these. */
    public Review with(Presentation presentation) {
        List<Presentation> more = new java.util.ArrayList<>(presented);
        more.add(presentation);
        return new Review(
                stage,
                sections,
                revision,
                submission,
                approval,
                more,
                shared,
                publication,
                published);
    }

    /** With its publication asked for. */
    public Review publicationAsked(Actor by, Instant at) {
        return new Review(
                stage,
                sections,
                revision,
                submission,
                approval,
                presented,
                shared,
                Optional.of(new Asked(by, at)),
                published);
    }

    /** With a public version out. */
    public Review published(Publication out) {
        List<Publication> more = new java.util.ArrayList<>(published);
        more.add(out);
        return new Review(
                stage,
                sections,
                revision,
                submission,
                approval,
                presented,
                shared,
                publication,
                more);
    }

    private Review at(Stage next) {
        return new Review(
                next,
                sections,
                revision,
                submission,
                approval,
                presented,
                shared,
                publication,
                published);
    }
}
