package io.muster.app.slack.statuspage;

import com.slack.api.model.view.View;

import io.muster.app.slack.block.IncidentView;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.PublicPage;

import java.util.Optional;

/**
 * Muster's own status page, for whoever begins to write for it elsewhere: only its own form says
 * state and components, without which released words appear nowhere.
 */
public final class OwnPage {
    private static final String ELSEWHERE =
            " For a page elsewhere: `/incident draft " + Bulletin.PURPOSE + " elsewhere`.";

    private final Optional<PublicPage> page;

    /** As the team file describes it, if it does. */
    public OwnPage(Optional<PublicPage> page) {
        this.page = page;
    }

    /** The form in which words of this purpose belong; empty if they go elsewhere. */
    public Optional<View> form(String purpose, IncidentView view) {
        return page.filter(p -> purpose.equals(Bulletin.PURPOSE))
                .filter(p -> !view.incident().header().isPrivate())
                .map(p -> StatusPageModal.of(view, p, ELSEWHERE));
    }
}
