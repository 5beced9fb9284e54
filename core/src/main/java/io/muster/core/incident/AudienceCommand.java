package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.policy.Act;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.Optional;

/** Who is told of the incident by the escalation matrix. */
public sealed interface AudienceCommand extends DossierCommand {
    /** Write to them now. */
    record TellAudience(RoleName role) implements AudienceCommand {}

    /**
     * I have told them.
     *
     * @param how by which way, to whom, what
     */
    record RecordTold(RoleName role, FreeText how) implements AudienceCommand {}

    /** They need not be told. */
    record RuleOutAudience(RoleName role, FreeText reason) implements AudienceCommand {}

    /** I have seen it. Whoever was told may say so, even of what they may not look into. */
    record ConfirmSeen() implements AudienceCommand {
        @Override
        public Optional<Act> act() {
            return Optional.empty();
        }
    }

    /** The daily digest goes out, and holds this incident if anybody is owed it so. */
    record SendDigest(Instant slot) implements AudienceCommand {
        @Override
        public Optional<Act> act() {
            return Optional.empty();
        }
    }

    @Override
    default Optional<Act> act() {
        return Optional.of(Act.TELL);
    }
}
