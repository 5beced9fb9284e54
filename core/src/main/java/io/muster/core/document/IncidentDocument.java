package io.muster.core.document;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.IncidentId;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything about an incident that a reader can want, in chapters.
 *
 * @param preface what it is and how fresh it is
 */
public record IncidentDocument(Phrase title, Phrase preface, List<Chapter> chapters) {
    public IncidentDocument {
        chapters = List.copyOf(chapters);
    }

    /**
     * The document as the record makes it.
     *
     * @param extent how much of the long lists is wanted
     */
    public static IncidentDocument of(Subject subject, Extent extent) {
        return new IncidentDocument(
                title(subject),
                preface(subject),
                Sections.ALL.stream()
                        .map(section -> section.of(subject, extent))
                        .filter(chapter -> !chapter.passages().isEmpty())
                        .toList());
    }

    /** A sentence that stands in the document of this incident and in no other text. */
    public static String signature(IncidentId incident) {
        return "Muster keeps this document of " + incident + " current";
    }

    /** Everyone who is named in it. */
    public Set<PersonId> people() {
        Set<PersonId> people = new LinkedHashSet<>();
        chapters.stream()
                .flatMap(chapter -> chapter.passages().stream())
                .flatMap(passage -> passage.phrases().stream())
                .flatMap(phrase -> phrase.parts().stream())
                .forEach(part -> {
                    if (part instanceof Phrase.Part.Who who) {
                        people.add(who.person());
                    }
                });
        return people;
    }

    private static Phrase title(Subject subject) {
        String drill = subject.incident().header().drill() ? "DRILL · " : "";
        return Phrase.of(drill + subject.incident().id() + " · ")
                .quote(subject.incident().header().title());
    }

    private static Phrase preface(Subject subject) {
        return Phrase.of(signature(subject.incident().id()))
                .say(
                        " from its record; what is typed into it by hand is lost. As it stood after entry "
                                + subject.story().size()
                                + ", ")
                .at(subject.now())
                .say(".");
    }
}
