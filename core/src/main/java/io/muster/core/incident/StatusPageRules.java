package io.muster.core.incident;

import io.muster.core.Phrase;
import io.muster.core.approval.Wording;
import io.muster.core.policy.Act;
import io.muster.core.statuspage.Bulletin;

import java.util.Optional;

/** What may be said to everyone. Nothing of a private incident ever is. */
final class StatusPageRules {
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 3_000;

    private StatusPageRules() {}

    static Decision decide(Incident incident, StatusPageCommand command, Moment moment) {
        return switch (command) {
            case StatusPageCommand.PublishStatus c -> publish(incident, c.bulletin(), moment);
        };
    }

    private static Decision publish(Incident incident, Bulletin bulletin, Moment moment) {
        if (moment.by().person().isEmpty()) {
            return Decision.refuse("Only a person can decide what is said outside.");
        }
        Optional<Decision> unfit = secret(incident).or(() -> unfit(incident, bulletin));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        String hash = bulletin.wording().hash();
        if (incident.dossier().published().last().filter(p -> p.hash().equals(hash)).isPresent()) {
            return Decision.refuse("The status page says exactly that already.");
        }
        return moment.policy().approvals().purpose(Bulletin.PURPOSE).isPresent()
                ? DraftRules.decide(
                        incident,
                        new DraftCommand.WriteDraft(
                                Bulletin.PURPOSE, Optional.empty(), bulletin.wording(), true),
                        moment)
                : AccessRules.refusal(incident, Act.RELEASE, moment)
                        .orElseGet(() ->
                                Decision.accept(
                                        published(incident, bulletin, hash, Optional.empty())));
    }

    /** In a drill the public sees nothing. */
    static StatusPageEvent published(
            Incident incident, Bulletin bulletin, String hash, Optional<Integer> draft) {
        return new StatusPageEvent.StatusPublished(
                bulletin.title(),
                bulletin.state(),
                bulletin.affected(),
                bulletin.text(),
                hash,
                draft,
                incident.header().drill());
    }

    /** Why words that are meant for Muster's own page would never appear there. */
    static Optional<Decision> keptBack(Incident incident, Wording wording) {
        return Bulletin.isMeant(wording)
                ? secret(incident).or(() -> unreadable(wording))
                : Optional.empty();
    }

    private static Optional<Decision> secret(Incident incident) {
        return incident.header().isPrivate()
                ? Optional.of(
                        Decision.refuse(
                                incident.id()
                                        + " is private, so nothing of it goes on the status page."
                                        + " If users notice something, declare an incident about"
                                        + " what they notice."))
                : Optional.empty();
    }

    private static Optional<Decision> unreadable(Wording wording) {
        return Bulletin.of(wording).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Decision.refuse(
                                Phrase.of("An entry on the status page needs a subject, and a")
                                        .say(" channel written like ")
                                        .code("Status page: Identified; Checkout: Major outage")
                                        .say(".")));
    }

    private static Optional<Decision> unfit(Incident incident, Bulletin bulletin) {
        if (bulletin.title().isBlank() || bulletin.text().isBlank()) {
            return Optional.of(
                    Decision.refuse("Say in a title and a text what the public may know."));
        }
        boolean isLong =
                bulletin.title().text().length() > LONGEST_TITLE
                        || bulletin.text().text().length() > LONGEST_TEXT;
        return isLong
                ? Optional.of(
                        Decision.refuse(
                                "Say it shorter: the title in "
                                        + LONGEST_TITLE
                                        + " characters, the text in "
                                        + LONGEST_TEXT
                                        + "."))
                : keptBack(incident, bulletin.wording());
    }
}
