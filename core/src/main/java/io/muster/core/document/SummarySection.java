package io.muster.core.document;

import io.muster.core.Phrase;
import io.muster.core.Spoken;
import io.muster.core.incident.Header;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Noticing;
import io.muster.core.incident.Room;
import io.muster.core.policy.Document;
import io.muster.core.policy.Kind;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.Severity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How it stands, in a few lines. */
final class SummarySection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Incident incident = subject.incident();
        Header header = incident.header();
        List<Phrase> lines = new ArrayList<>();
        lines.add(Wording.labelled("Status", Phrase.of(status(incident))));
        lines.add(Wording.labelled("Severity", Phrase.of(severity(subject))));
        lines.add(Wording.labelled("Kind", Phrase.of(kind(subject))));
        lines.add(
                Wording.labelled(
                        "Commander",
                        incident.commander()
                                .map(Phrase.EMPTY::who)
                                .orElse(Phrase.of("nobody yet"))));
        lines.add(
                Wording.labelled(
                        "Declared",
                        Phrase.EMPTY
                                .at(incident.declaredAt())
                                .say(" by ")
                                .then(Wording.who(header.declaredBy()))));
        lines.add(Wording.labelled("Came to light by", Phrase.of(Noticing.of(incident))));
        took(incident).ifPresent(lines::add);
        incident.room()
                .map(Room::name)
                .ifPresent(name -> lines.add(Wording.labelled("Channel", Phrase.of("#" + name))));
        incident.dossier()
                .ticket()
                .map(ticket -> Wording.labelled("Ticket", Phrase.EMPTY.quote(ticket.link())))
                .ifPresent(lines::add);
        if (header.isPrivate()) {
            lines.add(
                    Wording.labelled(
                            "Private", Phrase.of("only those who work on it may read this")));
        }
        lines.add(Wording.labelled("Policy", Phrase.of(policy(subject))));
        if (!header.description().isBlank()) {
            lines.add(Wording.labelled("As reported", Phrase.EMPTY.quote(header.description())));
        }
        return new Chapter("Summary", List.of(new Passage.Bullets(lines)));
    }

    private static String status(Incident incident) {
        return switch (incident.status()) {
            case REPORTED -> "reported, nobody has acknowledged it yet";
            case ACKNOWLEDGED -> "acknowledged, in triage";
            case CONFIRMED -> "confirmed";
            case RESOLVED -> "resolved, stability watch";
            case CLOSED -> "closed";
            case DISMISSED -> "dismissed: not an incident";
        };
    }

    private static String severity(Subject subject) {
        String name = subject.incident().severity().value();
        return subject.policy()
                .severity(subject.incident().severity())
                .map((Severity s) -> name + " (" + s.title() + "): " + s.definition())
                .orElse(name);
    }

    private static String kind(Subject subject) {
        return subject.incident()
                .header()
                .kind()
                .flatMap(subject.policy()::kind)
                .map(Kind::title)
                .orElse("not classified yet");
    }

    private static java.util.Optional<Phrase> took(Incident incident) {
        return incident.milestones()
                .at(Milestone.RESOLVED)
                .map(at -> Duration.between(incident.declaredAt(), at))
                .map(length ->
                        Wording.labelled(
                                "Duration",
                                Phrase.of(Spoken.length(length) + " from declared to resolved")));
    }

    private static String policy(Subject subject) {
        Document document = subject.policy().document();
        return document.title()
                + ", "
                + document.id()
                + " version "
                + document.version()
                + " ("
                + subject.incident().header().policy()
                + ")";
    }
}
