package io.muster.app.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.status.PublicView.Told;
import io.muster.core.statuspage.Publication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The same for feed readers: one entry for each update, the newest first. */
public final class StatusAtom {
    private static final int MOST = 100;

    private record Entry(Told told, Publication update) {}

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
        List<Entry> entries = new ArrayList<>();
        Stream.concat(view.current().stream(), view.past().stream())
                .forEach(told -> told.updates().forEach(u -> entries.add(new Entry(told, u))));
        return entries.stream()
                .sorted(Comparator.comparing((Entry e) -> e.update().at()).reversed())
                .limit(MOST)
                .toList();
    }

    private static String entry(Entry entry, String url) {
        Publication update = entry.update();
        String title = update.bulletin().state().title() + ": " + update.bulletin().title().text();
        return "  <entry>\n"
                + ("    <id>" + id(entry.told().key() + "/" + update.number()) + "</id>\n")
                + ("    <title>" + Markup.escape(title) + "</title>\n")
                + ("    <updated>" + update.at() + "</updated>\n")
                + ("    <link href=\"" + Markup.escape(url + "#i-" + entry.told().key()) + "\"/>\n")
                + ("    <content type=\"text\">" + Markup.escape(update.bulletin().text().text()))
                + "</content>\n  </entry>\n";
    }

    /** The same words always get the same id. */
    private static String id(String words) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("muster/status/" + words).getBytes(UTF_8));
    }
}
