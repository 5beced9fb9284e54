package io.muster.app.slack.approval;

import io.muster.app.slack.Numbers;
import io.muster.core.approval.Draft;
import io.muster.core.incident.IncidentId;

import java.util.Optional;

/**
 * Which draft a button or a modal is about, and which words of it the person had before them:
 * {@code 42|3|2|9f86d0…}.
 *
 * @param revision of the words
 * @param hash of the words
 */
record DraftRef(IncidentId incident, int number, int revision, String hash) {
    static DraftRef to(IncidentId incident, Draft draft) {
        return new DraftRef(
                incident, draft.number(), draft.current().number(), draft.current().hash());
    }

    static Optional<DraftRef> parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length < 2 || !parts[1].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        boolean exact = parts.length == 4 && parts[2].matches("\\d{1,6}");
        return Numbers.incident(parts[0])
                .map(id ->
                        new DraftRef(
                                id,
                                Integer.parseInt(parts[1]),
                                exact ? Integer.parseInt(parts[2]) : 0,
                                exact ? parts[3] : ""));
    }

    @Override
    public String toString() {
        return incident.number() + "|" + number + "|" + revision + "|" + hash;
    }
}
