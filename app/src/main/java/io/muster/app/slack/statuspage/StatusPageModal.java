package io.muster.app.slack.statuspage;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Numbers;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Purpose;
import io.muster.core.policy.RoleName;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What shall the public read? The form never suggests a word that was not public already: nothing
 * slips out because somebody left a field as it was.
 */
final class StatusPageModal {
    static final String CALLBACK = "statuspage";
    static final String TITLE = "title";
    static final String TEXT = "text";

    private static final String STATE = "state";
    private static final String COMPONENT = "component-";

    private static final int SHOWN = 500;

    private StatusPageModal() {}

    /**
     * What a form carries along.
     *
     * @param published how many entries the public had when it was drawn
     * @param suffix what its blocks end with: Slack keeps what was chosen in a block by its name
     */
    record About(IncidentId incident, int published, String suffix) {
        About(IncidentView view, String suffix) {
            this(view.incident().id(), view.incident().dossier().published().all().size(), suffix);
        }

        static Optional<About> parse(String metadata) {
            String[] parts = metadata.split("\\|", -1);
            return parts.length == 3 && parts[1].matches("\\d{1,6}")
                    ? Numbers.incident(parts[0])
                            .map(id -> new About(id, Integer.parseInt(parts[1]), parts[2]))
                    : Optional.empty();
        }

        String metadata() {
            return incident.number() + "|" + published + "|" + suffix;
        }

        /** Whether the public read something since that is not this. */
        boolean overtaken(IncidentView view, Bulletin bulletin) {
            return view.incident().dossier().published().all().size() != published
                    && !last(view).equals(Optional.of(bulletin));
        }
    }

    static View of(IncidentView view, PublicPage page) {
        return of(view, page, "");
    }

    /**
     * The same.
     *
     * @param hint more for those who may have meant something else
     */
    static View of(IncidentView view, PublicPage page, String hint) {
        return form(view, page, new About(view, ""), Shapes.context(context(view) + hint), "");
    }

    /** Somebody else published while this was written: what it says now, and the same words. */
    static View again(IncidentView view, PublicPage page, FreeText mine) {
        Bulletin theirs = last(view).orElseThrow();
        String now =
                "⚠️ *Somebody published while you were writing.* The page says now: *"
                        + Mrkdwn.escape(theirs.title())
                        + "*, "
                        + theirs.state().title()
                        + "\n>"
                        + Mrkdwn.escape(Foreign.atMost(theirs.text().text(), SHOWN))
                                .replace("\n", "\n>")
                        + "\nState and components below are what it says; your words are kept.";
        String fresh = "-" + view.incident().dossier().published().all().size();
        return form(view, page, new About(view, fresh), Shapes.section(now), mine.text());
    }

    private static View form(
            IncidentView view, PublicPage page, About about, LayoutBlock head, String text) {
        Optional<Bulletin> last = last(view);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(head);
        blocks.add(
                Forms.line(
                        TITLE + about.suffix(),
                        "What shall the public call it?",
                        "",
                        last.map(b -> b.title().text()).orElse("")));
        blocks.add(
                Forms.choice(
                        STATE + about.suffix(),
                        "Where does it stand?",
                        Arrays.stream(PageState.values())
                                .map(s -> Shapes.option(s.title(), s.word()))
                                .toList(),
                        Optional.of(last.map(Bulletin::state).orElse(PageState.INVESTIGATING))
                                .map(PageState::word),
                        false));
        for (int i = 0; i < page.components().size(); i++) {
            String component = page.components().get(i);
            blocks.add(
                    Forms.choice(
                            COMPONENT + i + about.suffix(),
                            component,
                            states(),
                            Optional.of(state(component, last).word()),
                            false));
        }
        blocks.add(
                Forms.lines(
                        TEXT + about.suffix(),
                        "What do people notice, and what do you do?",
                        "An empty line begins a new paragraph.",
                        text,
                        false));
        return Forms.modal(
                CALLBACK,
                "Status page",
                purpose(view).isPresent() ? "Ask for approval" : "Publish",
                about.metadata(),
                blocks);
    }

    private static Optional<Bulletin> last(IncidentView view) {
        return view.incident().dossier().published().last().map(Publication::bulletin);
    }

    /** What was filled in; the fields of the components are as they were where it is over. */
    static Bulletin read(Submitted form, About about, PublicPage page) {
        PageState state =
                form.choice(STATE + about.suffix())
                        .flatMap(PageState::read)
                        .orElse(PageState.INVESTIGATING);
        return new Bulletin(
                form.text(TITLE + about.suffix()),
                state,
                state == PageState.RESOLVED ? List.of() : affected(form, about, page),
                form.text(TEXT + about.suffix()));
    }

    private static List<Affected> affected(Submitted form, About about, PublicPage page) {
        List<Affected> affected = new ArrayList<>();
        for (int i = 0; i < page.components().size(); i++) {
            String component = page.components().get(i);
            form.choice(COMPONENT + i + about.suffix())
                    .flatMap(ComponentState::read)
                    .filter(state -> state != ComponentState.OPERATIONAL)
                    .ifPresent(state -> affected.add(new Affected(component, state)));
        }
        return affected;
    }

    private static String context(IncidentView view) {
        String only =
                "Only what you write here becomes public; nothing else of "
                        + view.incident().id()
                        + " is shown. ";
        if (view.incident().header().drill()) {
            only = "*This is a drill: nothing becomes public.* ";
        }
        return only
                + purpose(view)
                        .map(p -> approval(p, view))
                        .orElse("It is on the page as soon as you publish it.");
    }

    private static String approval(Purpose purpose, IncidentView view) {
        String who = titles(purpose.rule().asked(), view);
        return (who.isEmpty()
                        ? "Anyone else has to approve it; "
                        : "It is approved by " + who + "; ")
                + "then "
                + titles(purpose.rule().release(), view)
                + " releases it, and it is on the page.";
    }

    private static String titles(List<RoleName> roles, IncidentView view) {
        return Mrkdwn.escape(
                roles.stream().map(view.policy()::titleOf).collect(Collectors.joining(" or ")));
    }

    private static Optional<Purpose> purpose(IncidentView view) {
        return view.policy().approvals().purpose(Bulletin.PURPOSE);
    }

    private static List<OptionObject> states() {
        return Arrays.stream(ComponentState.values())
                .filter(s -> s != ComponentState.MAINTENANCE)
                .map(s -> Shapes.option(s.title(), s.word()))
                .toList();
    }

    private static ComponentState state(String component, Optional<Bulletin> last) {
        return last.stream()
                .flatMap(b -> b.ailing().stream())
                .filter(a -> a.component().equals(component))
                .map(Affected::state)
                .filter(s -> s != ComponentState.MAINTENANCE)
                .findFirst()
                .orElse(ComponentState.OPERATIONAL);
    }
}
