package io.muster.app.reach;

import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.db.status.Maintenance;
import io.muster.db.status.StatusRow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mails to those who follow the status page: what was published, word for word, and their links.
 */
final class FollowerLetters {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final PublicPage page;
    private final String subscribe;
    private final String ids;

    /**
     * @param subscribe where the world reaches {@code /status}
     * @param ids the end of all ids of mails
     */
    FollowerLetters(PublicPage page, String subscribe, String ids) {
        this.page = page;
        this.subscribe = subscribe;
        this.ids = ids;
    }

    /** What was published. */
    Letter of(StatusRow row, String to, long subscriber, String bye) {
        Publication entry = row.publication();
        Bulletin bulletin = entry.bulletin();
        String affected =
                bulletin.ailing().stream()
                        .map(a -> a.component() + ": " + a.state().title() + "\n")
                        .collect(Collectors.joining());
        String body =
                bulletin.title().text()
                        + "\n"
                        + bulletin.state().title()
                        + ", "
                        + at(entry.at())
                        + "\n"
                        + affected
                        + "\n"
                        + bulletin.text().text().strip()
                        + "\n\n-- \nThe status page: "
                        + page.url().orElse(subscribe)
                        + "#i-"
                        + row.key()
                        + "\nUnsubscribe: "
                        + unsubscribe(bye)
                        + "\n";
        return new Letter(
                to,
                "["
                        + page.title()
                        + "] "
                        + bulletin.state().title()
                        + ": "
                        + bulletin.title().text(),
                body,
                id("status." + row.key() + "." + entry.number() + "." + subscriber),
                id("status." + row.key()),
                Optional.of(unsubscribe(bye)));
    }

    /** Work that was announced or called off. */
    Letter of(Maintenance work, boolean calledOff, String to, long subscriber, String bye) {
        String state = calledOff ? "Maintenance called off" : "Maintenance";
        String affected =
                work.components().isEmpty()
                        ? ""
                        : "Affects " + String.join(", ", work.components()) + "\n";
        String text = work.text().isBlank() ? "" : "\n" + work.text().text().strip() + "\n";
        String body =
                work.title().text()
                        + "\n"
                        + state
                        + ", "
                        + at(work.from())
                        + " to "
                        + at(work.to())
                        + "\n"
                        + affected
                        + text
                        + "\n-- \nThe status page: "
                        + page.url().orElse(subscribe)
                        + "\nUnsubscribe: "
                        + unsubscribe(bye)
                        + "\n";
        String thread = "maintenance." + work.id();
        return new Letter(
                to,
                "[" + page.title() + "] " + state + ": " + work.title().text(),
                body,
                id(thread + (calledOff ? ".called-off." : ".announced.") + subscriber),
                id(thread),
                Optional.of(unsubscribe(bye)));
    }

    /** Asks somebody whether it was they who typed the address. */
    Letter invitation(String to, long item, String yes, String bye) {
        return new Letter(
                to,
                "Confirm: updates of " + page.title() + " by e-mail",
                "Somebody asked for the updates of "
                        + page.title()
                        + " at this address. If that was you, open this link within 48 hours and"
                        + " confirm:\n\n"
                        + subscribe
                        + "/confirm?t="
                        + yes
                        + "\n\nIf it was not you, do nothing: nothing more is sent, and your address"
                        + " is deleted after 48 hours.\n\n-- \nDelete it now: "
                        + unsubscribe(bye)
                        + "\n",
                id("subscription." + item),
                id("subscription"),
                Optional.of(unsubscribe(bye)));
    }

    /** Tells somebody who asks again that there is nothing left to do. */
    Letter already(String to, long item, String bye) {
        return new Letter(
                to,
                "You are subscribed: updates of " + page.title(),
                "Somebody asked for the updates of "
                        + page.title()
                        + " at this address. You get them already; there is nothing to do.\n\n"
                        + "-- \nUnsubscribe: "
                        + unsubscribe(bye)
                        + "\n",
                id("subscription." + item),
                id("subscription"),
                Optional.of(unsubscribe(bye)));
    }

    private String unsubscribe(String bye) {
        return subscribe + "/unsubscribe?t=" + bye;
    }

    private String id(String what) {
        return "<" + what + "." + ids + ">";
    }

    private static String at(Instant at) {
        return MINUTE.format(at);
    }
}
