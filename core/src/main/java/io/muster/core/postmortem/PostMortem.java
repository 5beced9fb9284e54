package io.muster.core.postmortem;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Noticing;
import io.muster.core.policy.Policy;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;
import io.muster.core.review.Review;
import io.muster.core.review.WrittenSection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The post-mortem of an incident as it reads now.
 *
 * @param heading incident, severity, date
 * @param chapters those of the policy's template in its order, then what was measured
 */
public record PostMortem(String title, List<Phrase> heading, List<Chapter> chapters) {
    /** As long as one paragraph may be; what is longer is cut in two between words. */
    private static final int LONGEST_PARAGRAPH = 1_500;

    public PostMortem {
        heading = List.copyOf(heading);
        chapters = List.copyOf(chapters);
    }

    /**
     * The document; empty if the policy knows none.
     *
     * @param story everything that happened, oldest first
     */
    public static Optional<PostMortem> of(
            Incident incident, Policy policy, List<Happened> story, Instant now) {
        return policy.reviewing().map(reviewing -> of(incident, policy, reviewing, story, now));
    }

    private static PostMortem of(
            Incident incident,
            Policy policy,
            Reviewing reviewing,
            List<Happened> story,
            Instant now) {
        Measures measures = new Measures(incident, policy, now);
        List<Chapter> chapters = new ArrayList<>();
        for (ReviewSection section : reviewing.sections()) {
            chapters.add(
                    section.generated()
                            .map(kind -> generated(section, kind, incident, story, measures, now))
                            .orElseGet(() -> written(section, incident, policy)));
        }
        chapters.add(record("measures", "How long it took, from detection", measures.steps()));
        chapters.add(record("clocks", "Promises kept and missed", measures.clocks()));
        return new PostMortem(reviewing.title(), heading(incident, policy), chapters);
    }

    /** The whole as plain text, for a file or a mail; instants in UTC. */
    public String plain(Function<io.muster.core.PersonId, String> names) {
        StringBuilder text = new StringBuilder();
        heading.forEach(line -> text.append(line.plain(names)).append("\n"));
        for (Chapter chapter : chapters) {
            text.append("\n")
                    .append(chapter.title())
                    .append("\n")
                    .append(
                            chapter.paragraphs().stream()
                                    .map(p -> p.plain(names))
                                    .collect(Collectors.joining("\n")))
                    .append("\n");
        }
        return text.toString();
    }

    private static List<Phrase> heading(Incident incident, Policy policy) {
        List<Phrase> lines = new ArrayList<>();
        Phrase first =
                Phrase.of(incident.header().drill() ? "DRILL · " : "")
                        .strong(incident.id().toString())
                        .say(" · ")
                        .quote(incident.header().title());
        lines.add(first);
        String severity =
                policy.severity(incident.severity())
                        .map(s -> s.name() + " (" + s.title() + ")")
                        .orElse(incident.severity().value());
        Phrase second =
                Phrase.of("Severity " + severity + " · noticed by: " + Noticing.of(incident))
                        .say(" · declared ")
                        .at(incident.declaredAt());
        lines.add(
                incident.commander()
                        .map(person -> second.say(" · commander ").who(person))
                        .orElse(second));
        Review review = incident.dossier().review();
        review.approval().ifPresent(a -> lines.add(approved(a)));
        return lines;
    }

    private static Phrase approved(Review.Approval approval) {
        Phrase phrase = Phrase.of("Approved ").at(approval.at());
        return approval.by().person().map(p -> phrase.say(" by ").who(p)).orElse(phrase);
    }

    private static Chapter generated(
            ReviewSection section,
            ReviewSection.Generated kind,
            Incident incident,
            List<Happened> story,
            Measures measures,
            Instant now) {
        List<Phrase> lines =
                switch (kind) {
                    case TIMELINE -> new MinuteByMinute(incident, story).lines();
                    case KEY_TIMES -> measures.keyTimes();
                    case DURATION -> measures.duration();
                    case ACTIONS ->
                            incident.dossier().actions().all().stream()
                                    .map(item -> action(item, now))
                                    .toList();
                };
        return new Chapter(
                section.name(),
                section.title(),
                lines.isEmpty() ? new Chapter.Origin.Missing() : new Chapter.Origin.TheRecord(),
                lines);
    }

    /** An action item in one line: what, who, by when, where it stands. */
    public static Phrase action(ActionItem item, Instant now) {
        Phrase phrase =
                Phrase.EMPTY
                        .strong(item.number() + ". ")
                        .quote(item.text())
                        .say(" (" + item.kind().word() + ") · ")
                        .who(item.owner())
                        .say(" · due " + item.dayInWords());
        Phrase state =
                item.overdue(now)
                        ? phrase.say(" · ").strong("overdue")
                        : phrase.say(" · " + item.state().word());
        Phrase proof =
                item.verification().isBlank()
                        ? state
                        : state.say(" · done when: ").quote(item.verification());
        Phrase outcome = item.outcome().isBlank() ? proof : proof.say(" · ").quote(item.outcome());
        return item.ticket().isBlank() ? outcome : outcome.say(" · ").quote(item.ticket());
    }

    private static Chapter written(ReviewSection section, Incident incident, Policy policy) {
        Optional<WrittenSection> written = incident.dossier().review().section(section.name());
        if (written.isPresent()) {
            return new Chapter(
                    section.name(),
                    section.title(),
                    new Chapter.Origin.Written(written.get().by(), written.get().at()),
                    paragraphs(written.get().text()));
        }
        FreeText draft = DraftText.of(section, incident, policy);
        return new Chapter(
                section.name(),
                section.title(),
                draft.isBlank() ? new Chapter.Origin.Missing() : new Chapter.Origin.Drafted(),
                draft.isBlank() ? List.of() : paragraphs(draft));
    }

    private static Chapter record(String name, String title, List<Phrase> lines) {
        return new Chapter(name, title, new Chapter.Origin.TheRecord(), lines);
    }

    private static List<Phrase> paragraphs(FreeText text) {
        List<Phrase> paragraphs = new ArrayList<>();
        for (String line : text.text().split("\\R", -1)) {
            String rest = line;
            while (rest.length() > LONGEST_PARAGRAPH) {
                int space = rest.lastIndexOf(' ', LONGEST_PARAGRAPH);
                int cut = space > LONGEST_PARAGRAPH / 2 ? space : whole(rest);
                paragraphs.add(Phrase.EMPTY.quote(new FreeText(rest.substring(0, cut))));
                rest = rest.substring(cut).stripLeading();
            }
            paragraphs.add(Phrase.EMPTY.quote(new FreeText(rest)));
        }
        return paragraphs;
    }

    private static int whole(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST_PARAGRAPH - 1))
                ? LONGEST_PARAGRAPH - 1
                : LONGEST_PARAGRAPH;
    }
}
