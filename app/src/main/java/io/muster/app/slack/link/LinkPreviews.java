package io.muster.app.slack.link;

import io.muster.app.desk.Courtesies;
import io.muster.app.slack.AskedDetails;
import io.muster.app.slack.Delivered;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Reception;
import io.muster.app.slack.SharedLinks;
import io.muster.app.slack.Unfurls;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a link to an incident shows of it. Everyone in a channel sees what is shown there, so that a
 * private incident is shown in its own channel and nowhere else, and none at all where other
 * organisations read along.
 */
public final class LinkPreviews {
    private static final int MOST = 5;

    private final Reception reception;
    private final Unfurls unfurls;
    private final Courtesies courtesies;
    private final IncidentLinks links;
    private final Supplier<String> workspace;

    /**
     * @param workspace its address, ending with a slash; blank while it is not known
     */
    public LinkPreviews(
            Reception reception,
            Unfurls unfurls,
            Courtesies courtesies,
            IncidentLinks links,
            Supplier<String> workspace) {
        this.reception = reception;
        this.unfurls = unfurls;
        this.courtesies = courtesies;
        this.links = links;
        this.workspace = workspace;
    }

    /** Somebody posted links. */
    public void shared(Delivered from, SharedLinks shared) {
        Map<String, IncidentId> ours = ours(shared);
        if (ours.isEmpty() || shared.readByOthers() || !courtesies.firstTime(from.delivery())) {
            return;
        }
        unfurls.show(shared, () -> previews(ours, shared.channel(), from.by()));
    }

    private Map<String, IncidentId> ours(SharedLinks shared) {
        Map<String, IncidentId> ours = new LinkedHashMap<>();
        for (String url : shared.urls()) {
            links.in(url).filter(id -> ours.size() < MOST).ifPresent(id -> ours.put(url, id));
        }
        return ours;
    }

    private List<Unfurls.Preview> previews(
            Map<String, IncidentId> ours, String channel, PersonId by) {
        return ours.entrySet().stream()
                .flatMap(link ->
                        reception.view(link.getValue(), by).stream()
                                .filter(view -> mayBeShown(view, channel))
                                .map(view -> preview(view, link.getKey())))
                .toList();
    }

    private static boolean mayBeShown(IncidentView view, String channel) {
        return !view.incident().header().isPrivate()
                || view.incident()
                        .room()
                        .filter(room -> room.channel().equals(channel))
                        .isPresent();
    }

    private Unfurls.Preview preview(IncidentView view, String url) {
        String channel = channel(view);
        return new Unfurls.Preview(
                url, WorkObject.card(view, own(view), url, channel), LinkCard.of(view, channel));
    }

    /**
     * Somebody wants to see more of one. Who may not see it hears the same as of one that does not
     * exist.
     */
    public void asked(Delivered from, AskedDetails asked) {
        Optional<IncidentView> view =
                Numbers.spoken(asked.reference()).flatMap(id -> reception.view(id, from.by()));
        if (view.isEmpty()) {
            unfurls.noDetails(
                    asked.trigger(),
                    "Nothing to see here",
                    "There is no incident behind this link that you can see."
                            + " `/incident list` shows those you can.");
            return;
        }
        String own = own(view.get());
        unfurls.details(
                asked.trigger(),
                WorkObject.details(
                        view.get(),
                        own,
                        asked.posted().isBlank() ? own : asked.posted(),
                        channel(view.get())));
    }

    private String own(IncidentView view) {
        return links.to(view.incident().id()).orElse("");
    }

    /** A link that opens the channel in the client; blank while there is none. */
    private String channel(IncidentView view) {
        String base = workspace.get();
        return view.incident()
                .room()
                .map(room ->
                        base.isBlank()
                                ? "https://slack.com/app_redirect?channel=" + room.channel()
                                : base + "archives/" + room.channel())
                .orElse("");
    }
}
