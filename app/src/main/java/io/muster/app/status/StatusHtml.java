package io.muster.app.status;

import io.muster.app.status.PublicView.Planned;
import io.muster.app.status.PublicView.Told;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.db.status.Maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The page for people: without scripts, readable without its style sheet. */
public final class StatusHtml {
    /** The whole style sheet, as it stands in the page; the policy of the page allows only this. */
    public static final String STYLE = style();

    private final StringBuilder html = new StringBuilder();

    private StatusHtml() {}

    /** The page, on which nobody can subscribe. */
    public static String of(PublicView view) {
        return of(view, Optional.empty());
    }

    /**
     * The page.
     *
     * @param form where the form goes by which people subscribe; none if they cannot
     */
    public static String of(PublicView view, Optional<String> form) {
        return new StatusHtml().page(view, form);
    }

    /** A page with one thing on it, in the same clothes. */
    static String plain(String title, String heading, String main) {
        StatusHtml page = new StatusHtml();
        page.head(title, false);
        page.line("<header><h1>" + Markup.heading(heading) + "</h1></header>")
                .line("<main>")
                .line(main.strip())
                .line("</main>");
        return page.end();
    }

    /** The page of somebody who publishes nothing. */
    public static String empty() {
        StatusHtml page = new StatusHtml();
        page.head("Status", false);
        page.line("<header><h1>Status</h1></header>")
                .line("<main>")
                .line("<p>Nothing is published here.</p>")
                .line("</main>");
        return page.end();
    }

    private String page(PublicView view, Optional<String> form) {
        PublicPage page = view.page();
        head(page.title() + ": " + view.summary(), true);
        line("<header><h1>" + Markup.heading(page.title()) + "</h1></header>").line("<main>");
        banner(view);
        if (!view.current().isEmpty()) {
            section("current", "Current incidents");
            view.current().forEach(told -> incident(told, false));
            line("</section>");
        }
        components(view.components());
        if (!view.maintenance().isEmpty()) {
            section("maintenance", "Maintenance");
            view.maintenance().forEach(this::maintenance);
            line("</section>");
        }
        form.ifPresent(action -> html.append(SubscriptionHtml.section(action)));
        past(view.past());
        line("</main>");
        footer(page);
        return end();
    }

    private void head(String title, boolean feeds) {
        line("<!doctype html>")
                .line("<html lang=\"en\">")
                .line("<head>")
                .line("<meta charset=\"utf-8\">")
                .line("<title>" + Markup.escape(title) + "</title>")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .line("<meta name=\"color-scheme\" content=\"light dark\">");
        if (feeds) {
            line("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Updates\""
                            + " href=\"status.atom\">")
                    .line(
                            "<link rel=\"alternate\" type=\"application/json\" href=\"status.json\">");
        }
        line("<style>" + STYLE + "</style>").line("</head>").line("<body>");
    }

    private void banner(PublicView view) {
        line("<section class=\"banner "
                        + tone(view.worst(), !view.current().isEmpty())
                        + "\" aria-labelledby=\"now\">")
                .line("<h2 id=\"now\">" + Markup.escape(view.summary()) + "</h2>");
        view.changed().ifPresent(at -> line("<p>Last change: " + Markup.time(at) + "</p>"));
        line("</section>");
    }

    private void components(List<Affected> components) {
        section("components", "Components");
        line("<ul class=\"components\">");
        for (Affected one : components) {
            line(
                    "<li><span>"
                            + Markup.escape(one.component())
                            + "</span> "
                            + state(one.state())
                            + "</li>");
        }
        line("</ul>").line("</section>");
    }

    private void incident(Told told, boolean folded) {
        Publication last = told.last();
        line("<article id=\"i-" + Markup.escape(told.key()) + "\">")
                .line("<h3>" + Markup.heading(last.bulletin().title().text()) + "</h3>");
        affected(last.bulletin().affected(), folded);
        if (folded) {
            line("<details>")
                    .line(
                            "<summary>Resolved "
                                    + Markup.time(last.at())
                                    + ", "
                                    + count(told.updates().size())
                                    + "</summary>");
        }
        line("<ol class=\"updates\" reversed>");
        told.updates().reversed().forEach(this::update);
        line("</ol>");
        if (folded) {
            line("</details>");
        }
        line("</article>");
    }

    private static String count(int updates) {
        return updates == 1 ? "1 update" : updates + " updates";
    }

    private void affected(List<Affected> affected, boolean isOver) {
        if (affected.isEmpty() || isOver) {
            return;
        }
        line("<ul class=\"affected\">");
        affected.forEach(a ->
                line("<li>" + Markup.escape(a.component()) + ": " + state(a.state()) + "</li>"));
        line("</ul>");
    }

    private void update(Publication update) {
        line("<li>")
                .line(
                        "<p class=\"said\"><strong>"
                                + update.bulletin().state().title()
                                + "</strong> "
                                + Markup.time(update.at())
                                + "</p>");
        html.append(Markup.paragraphs(update.bulletin().text().text()));
        line("</li>");
    }

    private void maintenance(Planned planned) {
        Maintenance work = planned.work();
        line("<article>")
                .line("<h3>" + Markup.heading(work.title().text()) + "</h3>")
                .line(
                        "<p class=\"said\">"
                                + (planned.on() ? "<strong>Under way</strong> " : "")
                                + Markup.time(work.from())
                                + " to "
                                + Markup.time(work.to())
                                + "</p>");
        if (!work.components().isEmpty()) {
            line("<p>Affects " + Markup.escape(String.join(", ", work.components())) + "</p>");
        }
        if (!work.text().isBlank()) {
            html.append(Markup.paragraphs(work.text().text()));
        }
        line("</article>");
    }

    private void past(List<Told> past) {
        section("past", "Past incidents");
        if (past.isEmpty()) {
            line("<p>None in the last " + PublicView.BACK.toDays() + " days.</p>");
        }
        past.forEach(told -> incident(told, true));
        line("</section>");
    }

    private void footer(PublicPage page) {
        line("<footer>");
        page.contact()
                .ifPresent(contact -> {
                    String to = contact.startsWith("http") ? contact : "mailto:" + contact;
                    line(
                            "<p>Questions: <a href=\""
                                    + Markup.escape(to)
                                    + "\">"
                                    + Markup.escape(contact)
                                    + "</a></p>");
                });
        line("<p>Follow the updates as an <a href=\"status.atom\">Atom feed</a> or read them as"
                        + " <a href=\"status.json\">JSON</a>.</p>")
                .line("</footer>");
    }

    private void section(String id, String title) {
        line("<section aria-labelledby=\"" + id + "\">")
                .line("<h2 id=\"" + id + "\">" + title + "</h2>");
    }

    private static String state(ComponentState state) {
        return "<span class=\"state " + tone(state, false) + "\">" + state.title() + "</span>";
    }

    private static String tone(ComponentState state, boolean isWatched) {
        return switch (state) {
            case OPERATIONAL -> isWatched ? "warn" : "good";
            case MAINTENANCE -> "work";
            case DEGRADED, PARTIAL_OUTAGE -> "warn";
            case MAJOR_OUTAGE -> "bad";
        };
    }

    private StatusHtml line(String words) {
        html.append(words).append('\n');
        return this;
    }

    private String end() {
        return line("</body>").line("</html>").html.toString();
    }

    private static String style() {
        try (InputStream in = StatusHtml.class.getResourceAsStream("status.css")) {
            return new String(
                    Objects.requireNonNull(in, "status.css is not in the jar").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
