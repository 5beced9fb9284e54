package io.muster.app.reach;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.approval.Draft;
import io.muster.core.incident.Happened;
import io.muster.core.incident.Incident;
import io.muster.core.incident.Room;
import io.muster.core.incident.Status;
import io.muster.core.notice.Notice;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.ClockRule;
import io.muster.core.policy.Policy;
import io.muster.core.postmortem.PostMortem;
import io.muster.core.reach.Reach;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The words of mails. A mail can be read by whoever opens the mailbox, so of a private incident it
 * says no more than that there is one; only approved words leave as they were approved.
 */
final class LetterWriter {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String FOOT =
            "\n-- \nSent by Muster. Replies to this mail are not read by anybody.\n";

    private final Function<PersonId, String> names;

    /**
     * @param names how people are called
     */
    LetterWriter(Function<PersonId, String> names) {
        this.names = names;
    }

    /** Subject and text. */
    record Words(String subject, String body) {}

    /**
     * What this mail says now.
     *
     * @param story everything that happened, for those who are presented with a report
     */
    Words of(
            Reach reach,
            Incident incident,
            Policy policy,
            Instant now,
            Supplier<List<Happened>> story) {
        return switch (reach.matter()) {
            case PAGE -> page(reach, incident, policy);
            case WORD, DIGEST, ACKNOWLEDGED, RESOLVED -> word(reach, incident, policy);
            case APPROVAL -> approval(reach, incident, policy);
            case REPORT -> report(reach, incident, policy, now, story);
            case NOTICE -> notice(reach, incident);
        };
    }

    private Words page(Reach reach, Incident incident, Policy policy) {
        String title = isPrivate(incident) ? "you are needed" : title(incident);
        return new Words(
                tag(incident) + " page: " + title,
                "You are called as "
                        + reach.as()
                        + ".\n\n"
                        + facts(incident, policy)
                        + "\n"
                        + (incident.status() == Status.REPORTED
                                ? acknowledging(reach, incident)
                                : where(reach, incident))
                        + FOOT);
    }

    private Words word(Reach reach, Incident incident, Policy policy) {
        String title = isPrivate(incident) ? "for your information" : title(incident);
        return new Words(
                tag(incident) + " " + title,
                "By the plan you must know of this, as "
                        + reach.as()
                        + ".\n\n"
                        + facts(incident, policy)
                        + "\n"
                        + where(reach, incident)
                        + FOOT);
    }

    private Words approval(Reach reach, Incident incident, Policy policy) {
        Optional<Draft> draft = incident.dossier().drafts().find(Integer.parseInt(reach.about()));
        String text =
                isPrivate(incident)
                        ? "Its words are not sent by mail, because the incident is private.\n"
                        : draft.map(d ->
                                        "Subject: "
                                                + d.current().wording().subject().text()
                                                + "\n\n"
                                                + d.current().wording().text().text()
                                                + "\n\nsha-256 "
                                                + d.current().hash()
                                                + "\n")
                                .orElse("");
        return new Words(
                tag(incident) + " your approval is asked for: " + reach.as(),
                "A notice waits for approval: "
                        + reach.as()
                        + ".\n\n"
                        + facts(incident, policy)
                        + "\n"
                        + text
                        + "\nAn approval is given in Slack, where the record sees who gives it; a reply"
                        + " to this mail is none. If you cannot come there, tell whoever leads the"
                        + " incident.\n"
                        + where(reach, incident)
                        + FOOT);
    }

    private Words report(
            Reach reach,
            Incident incident,
            Policy policy,
            Instant now,
            Supplier<List<Happened>> story) {
        String text =
                isPrivate(incident)
                        ? facts(incident, policy)
                        : PostMortem.of(incident, policy, story.get(), now)
                                .map(it -> it.plain(names))
                                .orElse(facts(incident, policy));
        return new Words(
                tag(incident)
                        + " "
                        + reach.as()
                        + (isPrivate(incident) ? "" : ": " + title(incident)),
                text + "\n" + FOOT);
    }

    /** Exactly what was approved: nothing before it, nothing after it. */
    private static Words notice(Reach reach, Incident incident) {
        Draft draft =
                incident.dossier().drafts().find(Integer.parseInt(reach.about())).orElseThrow();
        return new Words(
                draft.current().wording().subject().text(),
                draft.current().wording().text().text());
    }

    /** The small incidents of the day, in one mail. */
    Words digest(List<Notice.Digest.Entry> entries) {
        String lines =
                entries.stream()
                        .map(e ->
                                e.incident()
                                        + "  "
                                        + e.severity()
                                        + "  "
                                        + (e.title().isBlank()
                                                ? "(confidential)"
                                                : e.title().text().replaceAll("\\s+", " "))
                                        + ", "
                                        + word(e.status())
                                        + (e.drill() ? " (drill)" : ""))
                        .collect(Collectors.joining("\n"));
        String count = entries.size() == 1 ? "1 incident" : entries.size() + " incidents";
        return new Words(
                "[Muster] Daily digest: " + count,
                "These small incidents are new since the last digest:\n\n" + lines + "\n" + FOOT);
    }

    private String facts(Incident incident, Policy policy) {
        StringBuilder facts = new StringBuilder();
        String severity =
                policy.severity(incident.severity())
                        .map(s -> incident.severity() + " (" + s.title() + ")")
                        .orElse(incident.severity().value());
        facts.append(incident.id()).append(" · ").append(severity);
        facts.append(isPrivate(incident) ? " · confidential" : " · " + title(incident));
        facts.append(incident.header().drill() ? "\nThis is a drill.\n" : "\n");
        facts.append("Declared: ").append(MINUTE.format(incident.declaredAt())).append('\n');
        facts.append("Status: ").append(word(incident.status())).append('\n');
        incident.commander()
                .ifPresent(c -> facts.append("Leads it: ").append(names.apply(c)).append('\n'));
        incident.obligations()
                .open(ClockRule.ACKNOWLEDGMENT)
                .map(Obligation::due)
                .ifPresent(due ->
                        facts.append("To be acknowledged by: ")
                                .append(MINUTE.format(due))
                                .append('\n'));
        return facts.toString();
    }

    private String acknowledging(Reach reach, Incident incident) {
        boolean inSlack = reach.to().person().isPresent();
        return inSlack
                ? "To acknowledge, press Acknowledge in Slack, or type there: /incident ack "
                        + incident.id()
                        + "\n"
                        + link(incident)
                : "Nobody has acknowledged it yet. You are not in Slack under this address, so call "
                        + leader(incident)
                        + " or anybody who is on call.\n";
    }

    private String where(Reach reach, Incident incident) {
        boolean inSlack = reach.to().person().isPresent();
        return inSlack ? link(incident) : "What there is to ask, ask " + leader(incident) + ".\n";
    }

    private String leader(Incident incident) {
        return incident.commander().map(names).orElse("whoever leads incidents");
    }

    private static String link(Incident incident) {
        return incident.room()
                .map(Room::channel)
                .map(channel -> "https://slack.com/app_redirect?channel=" + channel + "\n")
                .orElse("Its channel is still being opened.\n");
    }

    private static String tag(Incident incident) {
        return (incident.header().drill() ? "[DRILL] " : "")
                + "["
                + incident.id()
                + "] "
                + incident.severity();
    }

    private static String title(Incident incident) {
        FreeText title = incident.header().title();
        return title.text().replaceAll("\\s+", " ");
    }

    private static boolean isPrivate(Incident incident) {
        return incident.header().isPrivate();
    }

    private static String word(Status status) {
        return switch (status) {
            case REPORTED -> "reported, nobody has acknowledged";
            case ACKNOWLEDGED -> "acknowledged";
            case CONFIRMED -> "confirmed";
            case RESOLVED -> "resolved";
            case CLOSED -> "closed";
            case DISMISSED -> "dismissed";
        };
    }
}
