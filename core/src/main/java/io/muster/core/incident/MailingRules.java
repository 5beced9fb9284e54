package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.reach.Addressee;
import io.muster.core.reach.Matter;
import io.muster.core.reach.Reach;
import io.muster.core.roster.Way;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Approved words leave by mail: to each recipient alone, each with its proof. */
final class MailingRules {
    private static final int MOST = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}");

    private MailingRules() {}

    static Decision mail(Incident incident, ReachCommand.MailNotice c, Moment moment) {
        Optional<Draft> found = incident.dossier().drafts().find(c.draft());
        if (found.isEmpty()) {
            return Decision.refuse("There is no notice " + Draft.label(c.draft()) + " here.");
        }
        Draft draft = found.get();
        if (draft.stage() != Stage.RELEASED) {
            return Decision.refuse(
                    draft.label()
                            + " is "
                            + draft.stage().word()
                            + ". Only a notice that was approved and released can be mailed.");
        }
        if (!draft.current().hash().equals(c.hash())) {
            return Decision.refuse(
                    draft.label() + " was changed after you opened it. Read the new text first.");
        }
        if (!moment.roster().reach().mail()) {
            return Decision.refuse(
                    "Muster has no mail server (MUSTER_SMTP_URL). Send it yourself, then mark it as"
                            + " sent.");
        }
        if (incident.header().drill()) {
            return Decision.refuse(
                    "This is a drill: nothing leaves the building. Mark it as exercised instead.");
        }
        return PublicVersion.mayNotLeave(draft, incident, moment)
                .or(() -> SubmissionRules.refusal(draft, incident, moment))
                .orElseGet(() -> addressed(incident, draft, c.addresses()));
    }

    private static Decision addressed(Incident incident, Draft draft, List<FreeText> addresses) {
        SequencedSet<String> fresh = new LinkedHashSet<>();
        for (FreeText written : addresses) {
            String address = written.text().strip();
            if (!ADDRESS.matcher(address).matches()) {
                return Decision.refuse(
                        Phrase.of("This is not an e-mail address: ")
                                .quote(written)
                                .say(". Write one address a line, nothing else."));
            }
            fresh.add(address.toLowerCase(Locale.ROOT));
        }
        List<Reach> earlier = of(incident, draft).filter(r -> !r.hasFailed()).toList();
        earlier.forEach(r -> fresh.remove(r.to().address().text()));
        if (fresh.isEmpty()) {
            return Decision.refuse(
                    earlier.isEmpty()
                            ? "Say to whom: one address a line."
                            : "All of them have been written to already.");
        }
        if (fresh.size() > MOST) {
            return Decision.refuse(
                    "Muster mails a notice to at most "
                            + MOST
                            + " addresses at a time. Use your mailing tool for more, then mark it as"
                            + " sent.");
        }
        return new Decision.Accepted(orders(incident, draft, fresh));
    }

    private static List<IncidentEvent> orders(
            Incident incident, Draft draft, SequencedSet<String> addresses) {
        List<IncidentEvent> orders = new ArrayList<>();
        int number = incident.dossier().reaches().next();
        for (String address : addresses) {
            orders.add(
                    new ReachEvent.ReachOrdered(
                            number++,
                            Way.EMAIL,
                            Addressee.outside(new FreeText(address)),
                            Matter.NOTICE,
                            String.valueOf(draft.number()),
                            draft.label(),
                            Optional.of(draft.current().hash()),
                            Optional.empty()));
        }
        return orders;
    }

    private static Stream<Reach> of(Incident incident, Draft draft) {
        return incident.dossier()
                .reaches()
                .about(Matter.NOTICE, String.valueOf(draft.number()))
                .filter(r -> r.hash().equals(Optional.of(draft.current().hash())));
    }

    /** When all its mails are through, and any was taken, the notice has been sent. */
    static void settled(
            Incident incident,
            Reach reach,
            boolean delivered,
            Moment moment,
            List<IncidentEvent> events) {
        Optional<Draft> found = incident.dossier().drafts().find(Integer.parseInt(reach.about()));
        if (found.filter(d -> d.stage() == Stage.RELEASED).isEmpty()) {
            return;
        }
        Draft draft = found.get();
        List<Reach> others = of(incident, draft).filter(r -> r.number() != reach.number()).toList();
        long taken = others.stream().filter(Reach::isDelivered).count() + (delivered ? 1 : 0);
        long refused = others.stream().filter(Reach::hasFailed).count() + (delivered ? 0 : 1);
        if (others.stream().anyMatch(Reach::isOpen) || taken == 0) {
            return;
        }
        events.addAll(sent(incident, draft, taken, refused, reach.by().person(), moment));
    }

    private static List<IncidentEvent> sent(
            Incident incident,
            Draft draft,
            long taken,
            long refused,
            Optional<PersonId> by,
            Moment moment) {
        String recipients =
                Spoken.count(taken, "recipient") + (refused > 0 ? "; " + refused + " refused" : "");
        FreeText proof =
                FreeText.of(
                        "The record holds a Message-ID for each mail, and the hash of its words");
        List<IncidentEvent> events = new ArrayList<>();
        events.add(
                new DraftEvent.DraftSent(
                        draft.number(),
                        draft.current().number(),
                        draft.current().hash(),
                        moment.now(),
                        FreeText.of("e-mail by Muster"),
                        FreeText.of(recipients),
                        proof,
                        true,
                        false,
                        by));
        events.addAll(SubmissionRules.of(incident, draft, moment.now(), proof));
        return events;
    }
}
