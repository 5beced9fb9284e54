package io.muster.core.statuspage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The status page, as the team file describes it.
 *
 * @param title whose page it is, for example {@code Northwind status}
 * @param url where the public finds it, if that is not here
 * @param components what the public knows of, in the order in which it is shown
 * @param contact an address for questions: of a mailbox or of a page
 * @param subscribe where the world reaches Muster's own {@code /status}, if it may subscribe there:
 *     the links of mails lead there
 */
public record PublicPage(
        String title,
        Optional<String> url,
        List<String> components,
        Optional<String> contact,
        Optional<String> subscribe) {
    public PublicPage {
        Objects.requireNonNull(title);
        Objects.requireNonNull(url);
        components = List.copyOf(components);
        Objects.requireNonNull(contact);
        Objects.requireNonNull(subscribe);
    }
}
