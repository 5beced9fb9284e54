package io.muster.core.incident;

import io.muster.core.fact.Answer;
import io.muster.core.policy.Question;

import java.util.Optional;

/** What may be said to be so. */
final class FactRules {
    private FactRules() {}

    static Decision decide(Incident incident, FactCommand command, Moment moment) {
        return switch (command) {
            case FactCommand.ClaimTime c -> claim(incident, c, moment);
            case FactCommand.RecordFinding c -> finding(incident, c);
            case FactCommand.AnswerQuestion c -> answer(incident, c, moment);
        };
    }

    private static Decision claim(Incident incident, FactCommand.ClaimTime c, Moment moment) {
        if (c.claimed().isAfter(moment.now())) {
            return Decision.refuse(
                    "That is in the future. Say when it was, in a time that has passed.");
        }
        if (incident.dossier().facts().time(c.name()).filter(c.claimed()::equals).isPresent()) {
            return Decision.refuse("That is in the record already.");
        }
        return Decision.accept(new FactEvent.TimeClaimed(c.name(), c.claimed(), c.because()));
    }

    private static Decision finding(Incident incident, FactCommand.RecordFinding c) {
        if (incident.dossier().facts().finding(c.name()).filter(c.text()::equals).isPresent()) {
            return Decision.refuse("That is in the record already.");
        }
        return Decision.accept(new FactEvent.FindingRecorded(c.name(), c.text()));
    }

    private static Decision answer(Incident incident, FactCommand.AnswerQuestion c, Moment moment) {
        Optional<Question> question =
                moment.policy().questions().stream()
                        .filter(q -> q.name().equals(c.question()))
                        .findFirst();
        if (question.isEmpty()) {
            return Decision.refuse("\"" + c.question() + "\" is not a question of this policy.");
        }
        Optional<Answer> known = incident.dossier().facts().answer(c.question());
        if (known.filter(c.answer()::equals).isPresent() && c.because().isBlank()) {
            return Decision.refuse("That is in the record already.");
        }
        return Decision.accept(
                new FactEvent.QuestionAnswered(
                        c.question(), question.get().text(), c.answer(), c.because()));
    }
}
