package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.fact.Fact;
import io.muster.core.fact.Facts;
import io.muster.core.fact.FindingName;
import io.muster.core.fact.TimeName;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has been established: the times that people claim beside those that the record shows, the
 * findings, the answers. What nobody has said yet is shown as open, because somebody has to.
 */
final class FactsSection implements Section {
    private static final Phrase OPEN = Phrase.of("not recorded yet");

    @Override
    public Chapter of(Subject subject, Extent extent) {
        List<Passage> passages = new ArrayList<>();
        passages.add(
                new Passage.Table(
                        List.of("Time", "Claimed", "Recorded", "Who said so"), times(subject)));
        List<Phrase> lines = new ArrayList<>(detection(subject));
        lines.addAll(findings(subject));
        passages.add(new Passage.Bullets(lines));
        if (!subject.policy().questions().isEmpty()) {
            passages.add(new Passage.Subtitle("Questions of the policy"));
            passages.add(new Passage.Bullets(answers(subject)));
        }
        return new Chapter("Facts", passages);
    }

    private static List<List<Phrase>> times(Subject subject) {
        List<List<Phrase>> rows = new ArrayList<>();
        for (TimeName name : TimeName.values()) {
            Optional<Fact> claim = claim(subject, name);
            Optional<Instant> recorded = recorded(subject.incident(), name);
            boolean asked = name == TimeName.OCCURRED || name == TimeName.DETECTED;
            if (claim.isPresent() || recorded.isPresent() || asked) {
                rows.add(row(subject, name, claim, recorded));
            }
        }
        return rows;
    }

    private static List<Phrase> row(
            Subject subject, TimeName name, Optional<Fact> claim, Optional<Instant> recorded) {
        return List.of(
                Phrase.of(title(name)),
                claim.map(FactsSection::claimed)
                        .or(() -> saidWhenDeclared(subject, name))
                        .orElse(recorded.isPresent() ? Wording.NOTHING : OPEN),
                Wording.at(recorded),
                claim.map(fact -> saidBy(subject, fact)).orElse(Wording.NOTHING));
    }

    private static Phrase claimed(Fact fact) {
        Fact.What.Time time = (Fact.What.Time) fact.what();
        Phrase phrase = Phrase.EMPTY.at(time.claimed());
        return time.because().isBlank() ? phrase : phrase.say(": ").quote(time.because());
    }

    private static Optional<Phrase> saidWhenDeclared(Subject subject, TimeName name) {
        return name == TimeName.DETECTED
                ? subject.incident().header().detectedAt().map(Phrase.EMPTY::at)
                : Optional.empty();
    }

    private static Optional<Fact> claim(Subject subject, TimeName name) {
        return last(subject, w -> w instanceof Fact.What.Time t && t.name() == name);
    }

    private static Optional<Instant> recorded(Incident incident, TimeName name) {
        return switch (name) {
            case OCCURRED -> Optional.empty(); // no record can show it
            case DETECTED -> Optional.empty(); // it was declared later
            case AWARE -> Optional.empty(); // a judgement, never an act
            case CONFIRMED -> incident.milestones().at(Milestone.CONFIRMED);
            case CONTAINED -> incident.milestones().at(Milestone.CONTAINED);
            case RESTORED -> incident.milestones().at(Milestone.RESTORED);
            case RESOLVED -> incident.milestones().at(Milestone.RESOLVED);
            case CLOSED -> incident.milestones().at(Milestone.CLOSED);
        };
    }

    private static String title(TimeName name) {
        return switch (name) {
            case OCCURRED -> "Began";
            case DETECTED -> "Detected";
            case AWARE -> "Aware of a breach of personal data";
            case CONFIRMED -> "Confirmed";
            case CONTAINED -> "Contained";
            case RESTORED -> "Service restored";
            case RESOLVED -> "Resolved";
            case CLOSED -> "Closed";
        };
    }

    private static List<Phrase> detection(Subject subject) {
        return facts(subject).detection().stream()
                .map(fact ->
                        Wording.labelled(
                                "Came to light by",
                                Phrase.of(((Fact.What.Detected) fact.what()).title())
                                        .then(
                                                Wording.because(
                                                        ((Fact.What.Detected) fact.what())
                                                                .because()))
                                        .say(" (")
                                        .then(saidBy(subject, fact))
                                        .say(")")))
                .toList();
    }

    private static List<Phrase> findings(Subject subject) {
        List<Phrase> lines = new ArrayList<>();
        for (FindingName name : FindingName.values()) {
            Optional<Fact> found =
                    last(subject, w -> w instanceof Fact.What.Finding f && f.name() == name);
            lines.add(
                    Wording.labelled(
                            title(name), found.map(fact -> finding(subject, fact)).orElse(OPEN)));
        }
        return lines;
    }

    private static Phrase finding(Subject subject, Fact fact) {
        return Phrase.EMPTY
                .quote(((Fact.What.Finding) fact.what()).text())
                .say(" (")
                .then(saidBy(subject, fact))
                .say(")");
    }

    private static String title(FindingName name) {
        return switch (name) {
            case FINDINGS -> "Findings";
            case SYSTEMS -> "Affected systems";
            case DATA -> "Affected data";
            case CUSTOMERS -> "Affected customers";
            case IMPACT -> "Impact";
            case CAUSE -> "Root cause";
        };
    }

    private static List<Phrase> answers(Subject subject) {
        List<Phrase> lines = new ArrayList<>();
        for (Question question : subject.policy().questions()) {
            Optional<Fact> answered =
                    subject.incident().dossier().facts().answered(question.name());
            lines.add(
                    Phrase.EMPTY
                            .strong(question.text() + " ")
                            .then(
                                    answered.map(fact -> answer(subject, fact))
                                            .orElse(Phrase.of("not answered yet"))));
        }
        return lines;
    }

    private static Phrase answer(Subject subject, Fact fact) {
        Fact.What.Answered answered = (Fact.What.Answered) fact.what();
        return since(subject, fact, answered)
                .then(Wording.because(answered.because()))
                .say(" (")
                .then(saidBy(subject, fact))
                .say(")");
    }

    private static Phrase since(Subject subject, Fact fact, Fact.What.Answered answered) {
        Phrase word = Phrase.of(answered.answer().word());
        return facts(subject)
                .since(answered.question(), answered.answer())
                .filter(since -> !since.equals(fact.recordedAt()))
                .map(since -> word.say(" since ").at(since))
                .orElse(word);
    }

    /** A correction stands beside what it corrects; the earlier words are in the timeline. */
    private static Phrase saidBy(Subject subject, Fact fact) {
        long earlier =
                facts(subject).all().stream()
                                .filter(other -> isAboutTheSame(other.what(), fact.what()))
                                .count()
                        - 1;
        Phrase phrase = Wording.byAndWhen(fact.by(), fact.recordedAt());
        return earlier == 0
                ? phrase
                : phrase.say(", corrected " + (earlier == 1 ? "once" : earlier + " times"));
    }

    private static boolean isAboutTheSame(Fact.What one, Fact.What other) {
        return switch (one) {
            case Fact.What.Time t -> other instanceof Fact.What.Time o && o.name() == t.name();
            case Fact.What.Finding f ->
                    other instanceof Fact.What.Finding o && o.name() == f.name();
            case Fact.What.Answered a ->
                    other instanceof Fact.What.Answered o && o.question().equals(a.question());
            case Fact.What.Detected ignored -> other instanceof Fact.What.Detected;
        };
    }

    private static Optional<Fact> last(Subject subject, Predicate<Fact.What> passes) {
        return facts(subject).all().reversed().stream()
                .filter(fact -> passes.test(fact.what()))
                .findFirst();
    }

    private static Facts facts(Subject subject) {
        return subject.incident().dossier().facts();
    }
}
