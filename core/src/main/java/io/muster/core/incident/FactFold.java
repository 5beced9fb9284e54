package io.muster.core.incident;

import io.muster.core.fact.Fact;
import io.muster.core.fact.Facts;

/** What is established after it. */
final class FactFold {
    private FactFold() {}

    static Facts after(Facts before, FactEvent event, Happened happened) {
        return before.with(new Fact(what(event), happened.by(), happened.at()));
    }

    private static Fact.What what(FactEvent event) {
        return switch (event) {
            case FactEvent.TimeClaimed e -> new Fact.What.Time(e.name(), e.claimed(), e.because());
            case FactEvent.FindingRecorded e -> new Fact.What.Finding(e.name(), e.text());
            case FactEvent.QuestionAnswered e ->
                    new Fact.What.Answered(e.question(), e.answer(), e.because(), e.since());
            case FactEvent.DetectionRecorded e ->
                    new Fact.What.Detected(e.detection(), e.title(), e.because());
        };
    }
}
