package io.muster.app.status;

import io.muster.core.statuspage.PublicPage;

import java.util.Optional;

/** The pages on which people subscribe, confirm and unsubscribe; one thing to do on each. */
public final class SubscriptionHtml {
    private static final String PRIVACY =
            "We send one mail for each update that is published here, and keep your address for"
                    + " nothing else. Each mail has a link to unsubscribe; then your address is"
                    + " deleted.";

    private final String title;

    /** The pages of this status page. */
    public SubscriptionHtml(PublicPage page) {
        this.title = page.title();
    }

    /**
     * The form, as a part of the page.
     *
     * @param action where it goes
     */
    static String section(String action) {
        return "<section aria-labelledby=\"subscribe\">\n"
                + "<h2 id=\"subscribe\">Updates by e-mail</h2>\n"
                + form(action, "", Optional.empty())
                + "</section>\n";
    }

    /** The form alone. */
    public String form() {
        return page(
                "Updates by e-mail",
                "<h2>Updates by e-mail</h2>\n" + form("subscribe", "", none()));
    }

    /** What was typed is no address. */
    public String noAddress(String typed) {
        return page(
                "No address",
                "<h2>Updates by e-mail</h2>\n"
                        + form(
                                "subscribe",
                                typed,
                                Optional.of(
                                        "That is not an address that we can write to. It looks"
                                                + " like name@example.com.")));
    }

    /** The same to everybody. */
    public String asked() {
        return page(
                "Check your mail",
                "<h2>Please check your mail</h2>\n"
                        + "<p>If we can write to that address, a mail is on its way to it. It has a"
                        + " link by which you confirm, good for 48 hours.</p>\n"
                        + "<p>Nothing there? Look among junk mail, or try again in a quarter of an"
                        + " hour.</p>\n");
    }

    /** Too many came from the same place. */
    public String tooMany() {
        return page(
                "Later, please",
                "<h2>Later, please</h2>\n"
                        + "<p>Too many requests came from your network. Try again in an hour, or"
                        + " follow the Atom feed.</p>\n");
    }

    /** Programs that look at links in mails open them, so that a link alone changes nothing. */
    public String mayConfirm(LinkToken token) {
        return page(
                "Confirm",
                "<h2>Updates by e-mail</h2>\n"
                        + "<p>One step is left.</p>\n"
                        + button("confirm", token, "Confirm subscription")
                        + "<p class=\"said\">"
                        + PRIVACY
                        + "</p>\n");
    }

    /** They are subscribed. */
    public String confirmed() {
        return page(
                "Subscribed",
                "<h2>You are subscribed</h2>\n"
                        + "<p>From now on you get a mail for each update that is published"
                        + " here.</p>\n");
    }

    /** The link is old, or was never one. */
    public String oldLink() {
        return page(
                "Old link",
                "<h2>This link is no longer good</h2>\n"
                        + "<p>Links to confirm are good for 48 hours. Ask for a new one:</p>\n"
                        + form("subscribe", "", none()));
    }

    /** Asks before it is done, for the same reason. */
    public String mayUnsubscribe(LinkToken token) {
        return page(
                "Unsubscribe",
                "<h2>Unsubscribe</h2>\n"
                        + "<p>You get no more mails, and your address is deleted.</p>\n"
                        + button("unsubscribe", token, "Unsubscribe"));
    }

    /** The same whether or not there was something to delete. */
    public String unsubscribed() {
        return page(
                "Unsubscribed",
                "<h2>You are not subscribed any more</h2>\n"
                        + "<p>Your address is deleted. If mails still come, use the link in the"
                        + " newest of them.</p>\n");
    }

    private String page(String what, String main) {
        return StatusHtml.plain(
                what + ": " + title,
                title,
                main + "<p><a href=\"../status\">To the status page</a></p>\n");
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String form(String action, String typed, Optional<String> problem) {
        String described = problem.isPresent() ? "problem privacy" : "privacy";
        return "<form class=\"subscribe\" method=\"post\" action=\""
                + Markup.escape(action)
                + "\">\n"
                + "<label for=\"email\">Your e-mail address</label>\n"
                + problem.map(words -> "<p id=\"problem\" class=\"bad\">" + words + "</p>\n")
                        .orElse("")
                + "<div class=\"field\">\n"
                + "<input id=\"email\" name=\"email\" type=\"email\" autocomplete=\"email\""
                + " maxlength=\"254\" required aria-describedby=\""
                + described
                + "\""
                + (problem.isPresent() ? " aria-invalid=\"true\"" : "")
                + (typed.isEmpty() ? "" : " value=\"" + Markup.escape(typed) + "\"")
                + ">\n"
                + "<button type=\"submit\">Subscribe</button>\n"
                + "</div>\n"
                + "<p id=\"privacy\" class=\"said\">"
                + PRIVACY
                + "</p>\n"
                + "</form>\n";
    }

    private static String button(String action, LinkToken token, String label) {
        return "<form class=\"subscribe\" method=\"post\" action=\""
                + action
                + "\">\n"
                + "<input type=\"hidden\" name=\"t\" value=\""
                + Markup.escape(token.words())
                + "\">\n"
                + "<button type=\"submit\">"
                + label
                + "</button>\n"
                + "</form>\n";
    }
}
