package io.muster.app.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.status.PublicView.Told;
import io.muster.core.statuspage.Publication;
import io.muster.db.status.Maintenance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The same for feed readers: one entry for each update, for work that is announced and for work
 * that is called off, the newest first.
 */
public final class StatusAtom {
    private static final int MOST = 100;

    private record Entry(String id, String title, Instant at, String place, String text) {}

    private StatusAtom() {}

    /** The feed. */
    public static String of(PublicView view) {
        String url = view.page().url().orElse("status");
        StringBuilder feed = head(view.page().title(), view.changed().orElse(Instant.EPOCH), url);
        for (Entry entry : entries(view)) {
            feed.append(entry(entry, url));
        }
        return feed.append("</feed>\n").toString();
    }

    /** The feed of somebody who publishes nothing. */
    public static String empty() {
        return head("Status", Instant.EPOCH, "status").append("</feed>\n").toString();
    }

    private static StringBuilder head(String title, Instant changed, String url) {
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                .append("  <id>" + id("feed/" + title) + "</id>\n")
                .append("  <title>" + Markup.escape(title) + "</title>\n")
                .append("  <updated>" + changed + "</updated>\n")
                .append("  <author><name>" + Markup.escape(title) + "</name></author>\n")
                .append("  <link rel=\"self\" href=\"status.atom\"/>\n")
                .append("  <link rel=\"alternate\" href=\"" + Markup.escape(url) + "\"/>\n");
    }

    private static List<Entry> entries(PublicView view) {
        Stream<Entry> updates =
                Stream.concat(view.current().stream(), view.past().stream())
                        .flatMap(told -> told.updates().stream().map(u -> update(told, u)));
        Stream<Entry> works = view.announcements().stream().flatMap(StatusAtom::work);
        return Stream.concat(updates, works)
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Entry update(Told told, Publication update) {
        return new Entry(
                told.key() + "/" + update.number(),
                update.bulletin().state().title() + ": " + update.bulletin().title().text(),
                update.at(),
                "#i-" + told.key(),
                update.bulletin().text().text());
    }

    private static Stream<Entry> work(Maintenance work) {
        return Stream.concat(
                Stream.of(work(work, "announced", "Maintenance: ", work.announced())),
                work.calledOff().stream()
                        .map(at -> work(work, "called-off", "Maintenance called off: ", at)));
    }

    private static Entry work(Maintenance work, String what, String title, Instant at) {
        String affects =
                work.components().isEmpty()
                        ? ""
                        : "\nAffects " + String.join(", ", work.components());
        String text = work.text().isBlank() ? "" : "\n\n" + work.text().text();
        return new Entry(
                "maintenance/" + work.id() + "/" + what,
                title + work.title().text(),
                at,
                "",
                Markup.period(work.from(), work.to()) + affects + text);
    }

    private static String entry(Entry entry, String url) {
        return "  <entry>\n"
                + ("    <id>" + id(entry.id()) + "</id>\n")
                + ("    <title>" + Markup.escape(entry.title()) + "</title>\n")
                + ("    <updated>" + entry.at() + "</updated>\n")
                + ("    <link href=\"" + Markup.escape(url + entry.place()) + "\"/>\n")
                + ("    <content type=\"text\">" + Markup.escape(entry.text()))
                + "</content>\n  </entry>\n";
    }

    /** The same words always get the same id. */
    private static String id(String words) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("muster/status/" + words).getBytes(UTF_8));
    }
}
