package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.policy.Act;

import java.util.List;
import java.util.Optional;

/** What is asked about reaching people beside the chat. */
public sealed interface ReachCommand extends DossierCommand {
    /** Muster's report: the other side took it. */
    record RecordReached(int number, String proof, Optional<String> hash) implements ReachCommand {}

    /** Muster's report: it will not arrive. */
    record RecordUnreached(int number, String why) implements ReachCommand {}

    /** Muster's report: the chat will not take a page to this person. */
    record RecordPageRefused(PersonId person, String why) implements ReachCommand {}

    /**
     * Mail these very approved words, to each of them alone.
     *
     * @param addresses of those who get them
     */
    record MailNotice(int draft, String hash, List<FreeText> addresses) implements ReachCommand {
        public MailNotice {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Optional<Act> act() {
            return Optional.of(Act.DRAFT);
        }
    }

    @Override
    default Optional<Act> act() {
        return Optional.empty();
    }
}
