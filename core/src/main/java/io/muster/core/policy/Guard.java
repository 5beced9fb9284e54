package io.muster.core.policy;

/** An act that a {@link Gate} stands before. */
public sealed interface Guard {
    /** Work on a phase begins: by its button, or by ticking one of its items before that. */
    record Starting(PhaseName phase) implements Guard {}

    /** Work on a phase is declared done. */
    record Finishing(PhaseName phase) implements Guard {}

    /** One checklist item is declared done. */
    record Ticking(ItemName item) implements Guard {}

    /** Evidence is given to a third party. */
    record SharingEvidence() implements Guard {}

    /** How a policy writes it, for example {@code start recover}. */
    default String words() {
        return switch (this) {
            case Starting g -> "start " + g.phase();
            case Finishing g -> "finish " + g.phase();
            case Ticking g -> "tick " + g.item();
            case SharingEvidence ignored -> "share-evidence";
        };
    }
}
