package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.fact.Answer;
import io.muster.core.fact.Fact;
import io.muster.core.fact.Facts;
import io.muster.core.policy.Question;

import java.time.Instant;
import java.util.Optional;

/** What may be said to be so. Nothing is overwritten: what is said anew stands beside the old. */
final class FactRules {
    private FactRules() {}

    static Decision decide(Incident incident, FactCommand command, Moment moment) {
        return switch (command) {
            case FactCommand.ClaimTime c -> claim(incident, c, moment);
            case FactCommand.RecordFinding c -> finding(incident, c);
            case FactCommand.AnswerQuestion c -> answer(incident, c, moment);
            case FactCommand.RecordDetection c -> Noticing.correct(incident, c, moment);
        };
    }

    private static Decision claim(Incident incident, FactCommand.ClaimTime c, Moment moment) {
        Optional<Phrase> impossible =
                TimeRules.impossible(incident, c.name(), c.claimed(), moment.now());
        if (impossible.isPresent()) {
            return Decision.refuse(impossible.get());
        }
        Optional<Instant> before = Times.known(incident, c.name());
        if (before.filter(c.claimed()::equals).isPresent()) {
            return known(c.name().title());
        }
        return Decision.accept(
                new FactEvent.TimeClaimed(c.name(), c.claimed(), before, c.because()));
    }

    private static Decision finding(Incident incident, FactCommand.RecordFinding c) {
        if (c.text().isBlank()) {
            return Decision.refuse(
                    Phrase.of(c.name().title() + ": say what is so, for example ")
                            .code("/incident fact " + c.name().word() + " <text>")
                            .say(". What was said stays in the record."));
        }
        var before = incident.dossier().facts().finding(c.name());
        if (before.filter(c.text()::equals).isPresent()) {
            return known(c.name().title());
        }
        return Decision.accept(
                new FactEvent.FindingRecorded(c.name(), c.text(), before.isPresent()));
    }

    private static Decision answer(Incident incident, FactCommand.AnswerQuestion c, Moment moment) {
        Optional<Question> question =
                moment.policy().questions().stream()
                        .filter(q -> q.name().equals(c.question()))
                        .findFirst();
        if (question.isEmpty()) {
            return Decision.refuse("\"" + c.question() + "\" is not a question of this policy.");
        }
        Optional<Phrase> impossible =
                c.since()
                        .flatMap(at ->
                                TimeRules.impossible(
                                        incident, question.get().text(), at, moment.now()));
        if (impossible.isPresent()) {
            return Decision.refuse(impossible.get());
        }
        Facts facts = incident.dossier().facts();
        Optional<Answer> before = facts.answer(c.question());
        if (before.filter(c.answer()::equals).isPresent() && saysNothingNew(facts, c)) {
            return known(question.get().text());
        }
        return Decision.accept(
                new FactEvent.QuestionAnswered(
                        c.question(),
                        question.get().text(),
                        c.answer(),
                        before,
                        c.because(),
                        c.since()));
    }

    private static boolean saysNothingNew(Facts facts, FactCommand.AnswerQuestion c) {
        Optional<Instant> since = facts.since(c.question(), c.answer());
        boolean sameTime = c.since().isEmpty() || c.since().equals(since);
        return sameTime
                && (c.because().isBlank()
                        || facts.answered(c.question())
                                .map(fact -> ((Fact.What.Answered) fact.what()).because())
                                .filter(c.because()::equals)
                                .isPresent());
    }

    static Decision known(String what) {
        return Decision.refuse(what + ": that is in the record already.");
    }
}
