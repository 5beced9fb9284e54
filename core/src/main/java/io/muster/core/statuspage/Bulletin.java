package io.muster.core.statuspage;

import io.muster.core.FreeText;
import io.muster.core.approval.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One entry on the status page. It can be written as a {@link Wording}, whose hash then covers the
 * state and the components as well: whoever approves the words approves all that will be public.
 *
 * @param title what the public calls the incident; never its title inside
 * @param affected the components that it names, with how they do
 */
public record Bulletin(FreeText title, PageState state, List<Affected> affected, FreeText text) {
    /** For what the policy calls such words. */
    public static final String PURPOSE = "status-page";

    private static final String WAY = "Status page:";
    private static final String BETWEEN = "; ";
    private static final FreeText EVERYONE = new FreeText("Everyone");

    public Bulletin {
        Objects.requireNonNull(title);
        Objects.requireNonNull(state);
        Objects.requireNonNull(text);
        affected = List.copyOf(affected);
    }

    /** What does not do well: nothing once it is over, whatever the entry still names. */
    public List<Affected> ailing() {
        return state == PageState.RESOLVED ? List.of() : affected;
    }

    /** The same as words that can be approved; the channel says state and components. */
    public Wording wording() {
        String parts =
                affected.stream()
                        .map(a -> BETWEEN + a.component() + ": " + a.state().title())
                        .collect(Collectors.joining());
        return new Wording(EVERYONE, new FreeText(WAY + " " + state.title() + parts), title, text);
    }

    /** Whether these words are meant for Muster's own page: their channel says a state. */
    public static boolean isMeant(Wording wording) {
        return wording.channel()
                .text()
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith(WAY.toLowerCase(Locale.ROOT));
    }

    /** The entry that these words are; empty if their channel does not say state and components. */
    public static Optional<Bulletin> of(Wording wording) {
        if (!isMeant(wording) || wording.subject().isBlank() || wording.text().isBlank()) {
            return Optional.empty();
        }
        String[] parts = wording.channel().text().strip().substring(WAY.length()).split(";", -1);
        Optional<PageState> state = PageState.read(parts[0]);
        List<Affected> affected = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            affected(parts[i]).ifPresent(affected::add);
        }
        return state.filter(s -> affected.size() == parts.length - 1)
                .map(s -> new Bulletin(wording.subject(), s, affected, wording.text()));
    }

    private static Optional<Affected> affected(String part) {
        int colon = part.lastIndexOf(':');
        return colon < 1
                ? Optional.empty()
                : ComponentState.read(part.substring(colon + 1))
                        .map(state -> new Affected(part.substring(0, colon).strip(), state));
    }
}
