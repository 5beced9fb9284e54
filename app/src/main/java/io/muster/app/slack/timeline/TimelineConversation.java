package io.muster.app.slack.timeline;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.RichText;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.incident.Happened;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.timeline.Secrets;
import io.muster.core.timeline.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something worth keeping, and everything that was kept. */
public final class TimelineConversation implements Conversation {
    private static final int PAGE = 40;
    private static final int WHISPERED = 12;

    private final Reception reception;
    private final Modals modals;

    /** In front of this reception. */
    public TimelineConversation(Reception reception, Modals modals) {
        this.reception = reception;
        this.modals = modals;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("note", "<text>", "keep something in the timeline", this::note)
                .verb("timeline", "", "everything that happened", this::typed)
                .button(
                        "timeline",
                        pressed ->
                                pressed.incident()
                                        .map(id -> open(pressed.from().trigger(), id, pressed.by()))
                                        .orElseGet(reception::nothingHere))
                .button("timeline-page", this::turn);
    }

    private Answer note(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception.ask(
                                id,
                                new IncidentCommand.AddNote(FreeText.of(rest.rest())),
                                typed.knock(),
                                after ->
                                        Answer.whisper(
                                                "Noted in the timeline of " + after.id() + ".")));
    }

    private Answer typed(Typed typed) {
        return reception.about(typed, (id, rest) -> open(typed.from().trigger(), id, typed.by()));
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        List<Happened> story = story(id, by);
        if (story.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, sheet(id, story, lastPage(story)))).isPresent()
                ? Answer.silence()
                : Answer.whisper(newest(id, story));
    }

    private Answer turn(Pressed pressed) {
        Optional<IncidentId> id = pressed.incident();
        Optional<Pressed.ViewRef> sheet = pressed.inView();
        if (id.isEmpty() || sheet.isEmpty() || !pressed.detail().matches("\\d{1,6}")) {
            return reception.nothingHere();
        }
        List<Happened> story = story(id.get(), pressed.by());
        if (!story.isEmpty()) {
            int page = Math.min(Integer.parseInt(pressed.detail()), lastPage(story));
            modals.refresh(sheet.get(), sheet(id.get(), story, page));
        }
        return Answer.silence();
    }

    /** Whoever takes part in a drill does not read ahead. */
    private List<Happened> story(IncidentId id, PersonId reader) {
        List<Happened> story = reception.records().story(id, reader);
        return reception
                .view(id, reader)
                .map(view -> Secrets.kept(story, view.incident()))
                .orElse(story);
    }

    private static int lastPage(List<Happened> story) {
        return (story.size() - 1) / PAGE;
    }

    private static View sheet(IncidentId id, List<Happened> story, int page) {
        List<LayoutBlock> blocks = new ArrayList<>();
        int from = page * PAGE;
        int to = Math.min(story.size(), from + PAGE);
        blocks.add(
                Shapes.context(
                        "Entries "
                                + (from + 1)
                                + " to "
                                + to
                                + " of "
                                + story.size()
                                + ". Times are yours."));
        blocks.add(RichText.lines(lines(story.subList(from, to))));
        List<BlockElement> turns = new ArrayList<>();
        if (page > 0) {
            turns.add(
                    Shapes.button(
                            "Earlier", "timeline-page:earlier", id.number() + "|" + (page - 1)));
        }
        if (page < lastPage(story)) {
            turns.add(
                    Shapes.button("Later", "timeline-page:later", id.number() + "|" + (page + 1)));
        }
        turns.add(Shapes.button("Picture", "picture", String.valueOf(id.number())));
        blocks.add(Shapes.actions("turn", turns));
        return Forms.sheet("timeline", id + " timeline", String.valueOf(id.number()), blocks);
    }

    private static Message newest(IncidentId id, List<Happened> story) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Phrase> newest =
                lines(story.subList(Math.max(0, story.size() - WHISPERED), story.size()));
        blocks.add(Shapes.context("*" + id + "*, the newest entries"));
        blocks.add(RichText.lines(newest));
        blocks.add(
                Shapes.actions(
                        "picture",
                        List.of(Shapes.button("Picture", "picture", String.valueOf(id.number())))));
        String text = newest.stream().map(Mrkdwn::of).collect(Collectors.joining("\n"));
        return new Message(id + ", newest entries\n" + text, blocks);
    }

    private static List<Phrase> lines(List<Happened> story) {
        return story.stream().map(TimelineConversation::line).toList();
    }

    private static Phrase line(Happened happened) {
        return Phrase.EMPTY.at(happened.at()).say("  ").then(Timeline.sentence(happened));
    }
}
