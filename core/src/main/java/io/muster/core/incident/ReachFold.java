package io.muster.core.incident;

import io.muster.core.reach.Reach;
import io.muster.core.reach.Reaches;

import java.util.Optional;

/** Who was reached after it. */
final class ReachFold {
    private ReachFold() {}

    static Reaches after(Reaches before, ReachEvent event, Happened happened) {
        return switch (event) {
            case ReachEvent.ReachPlanned e ->
                    before.with(
                            new Reaches.Plan(
                                    e.person(),
                                    e.role().value(),
                                    e.title(),
                                    e.steps(),
                                    happened.at()));
            case ReachEvent.ReachOrdered e ->
                    before.with(
                            new Reach(
                                    e.number(),
                                    e.way(),
                                    e.to(),
                                    e.matter(),
                                    e.about(),
                                    e.title(),
                                    e.hash(),
                                    e.ring(),
                                    happened.by(),
                                    happened.at(),
                                    Optional.empty()));
            case ReachEvent.ReachDelivered e ->
                    before.ended(e.number(), new Reach.Outcome(true, happened.at(), e.proof()));
            case ReachEvent.ReachFailed e ->
                    before.ended(e.number(), new Reach.Outcome(false, happened.at(), e.why()));
            case ReachEvent.PageRefused e ->
                    before.with(new Reaches.Refusal(e.person(), happened.at()));
        };
    }
}
