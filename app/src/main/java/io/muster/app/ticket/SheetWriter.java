package io.muster.app.ticket;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.action.ActionItem;
import io.muster.core.incident.Header;
import io.muster.core.incident.Incident;
import io.muster.core.policy.Kind;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Severity;
import io.muster.core.ticket.Order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a new ticket says. Of a private incident that there is one, and nothing of what it is about;
 * of nobody their name.
 */
final class SheetWriter {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 4_000;

    private final String installation;

    /**
     * @param installation a name for this installation that no other one has
     */
    SheetWriter(String installation) {
        this.installation = installation;
    }

    /** The ticket of the incident, or of one of its action items. */
    Optional<Sheet> of(Order order, Incident incident, Policy policy) {
        return order.action() == Order.THE_INCIDENT
                ? Optional.of(incident(order, incident, policy))
                : incident.dossier()
                        .actions()
                        .find(order.action())
                        .map(item -> action(order, item, incident));
    }

    /** By which something of an incident is found again in the ticket system. */
    String label(Incident incident, int action) {
        String number = incident.id().toString().toLowerCase(Locale.ROOT);
        String what = action == Order.THE_INCIDENT ? "" : "-action-" + action;
        return "muster-" + number + what + "-" + installation;
    }

    /** By which one comment is found again. */
    String mark(long row) {
        return "muster-note-" + row + "-" + installation;
    }

    private Sheet incident(Order order, Incident incident, Policy policy) {
        Header header = incident.header();
        String severity = incident.severity().value();
        String title =
                header.isPrivate()
                        ? incident.id() + ": private incident"
                        : incident.id() + " " + severity + ": " + header.title().text();
        List<String> lines = new ArrayList<>();
        if (header.isPrivate()) {
            lines.add("A private incident. What it is about stands only in Muster.");
        } else {
            text(header.description()).ifPresent(lines::add);
            lines.add("Severity: " + title(incident, policy));
            header.kind()
                    .flatMap(policy::kind)
                    .map(Kind::title)
                    .ifPresent(kind -> lines.add("Kind: " + kind));
        }
        lines.add("Status: " + incident.status().name().toLowerCase(Locale.ROOT));
        lines.add("Declared: " + Phrase.EMPTY.at(incident.declaredAt()).plain(p -> ""));
        lines.add(
                "The work is done in Slack; Muster keeps the record under " + incident.id() + ".");
        return sheet(order, incident, title, lines);
    }

    private Sheet action(Order order, ActionItem item, Incident incident) {
        boolean isPrivate = incident.header().isPrivate();
        String name = incident.id() + " action item " + item.number();
        String title = isPrivate ? name : name + ": " + item.text().text();
        List<String> lines = new ArrayList<>();
        if (isPrivate) {
            lines.add("Of a private incident. What it asks for stands only in Muster.");
        } else {
            text(item.text()).ifPresent(lines::add);
            text(item.verification()).ifPresent(proof -> lines.add("Done when: " + proof));
        }
        lines.add("Due: " + item.dayInWords());
        lines.add("Muster keeps it as action item " + item.number() + " of " + incident.id() + ".");
        return sheet(order, incident, title, lines);
    }

    private Sheet sheet(Order order, Incident incident, String title, List<String> lines) {
        String whole = (incident.header().drill() ? "DRILL " : "") + title;
        return new Sheet(
                label(incident, order.action()),
                cut(whole.replaceAll("\\s+", " ").strip(), LONGEST_TITLE),
                lines,
                order.since());
    }

    private static String title(Incident incident, Policy policy) {
        String name = incident.severity().value();
        return policy.severity(incident.severity())
                .map((Severity s) -> name + " (" + s.title() + ")")
                .orElse(name);
    }

    private static Optional<String> text(FreeText words) {
        return Optional.of(cut(words.text().strip(), LONGEST_TEXT)).filter(t -> !t.isEmpty());
    }

    private static String cut(String words, int longest) {
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
