package io.muster.app.slack.picture;

import com.slack.api.model.view.View;

import io.muster.app.desk.PictureDesk;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.Room;
import io.muster.core.picture.MonthsPicture;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** May I see it? A picture of an incident's course, and the charts of a month. */
public final class PictureConversation implements Conversation {
    private final Reception reception;
    private final Modals modals;
    private final PictureDesk desk;

    /** In front of this reception; orders at this desk. */
    public PictureConversation(Reception reception, Modals modals, PictureDesk desk) {
        this.reception = reception;
        this.modals = modals;
        this.desk = desk;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("picture", "", "the timeline as a picture, in its channel", this::picture)
                .verb(
                        "charts",
                        "[month]",
                        "charts of a month and the five before, to you alone",
                        this::charts)
                .button("picture", this::pressedPicture)
                .button("charts", this::pressedCharts);
    }

    private Answer picture(Typed typed) {
        return reception.about(typed, (id, rest) -> picture(id, typed.by()));
    }

    private Answer pressedPicture(Pressed pressed) {
        return pressed.incident()
                .map(id -> shownIn(pressed, id + " timeline", picture(id, pressed.by())))
                .orElseGet(reception::nothingHere);
    }

    /** The Home can show no answer, so a modal does. */
    private Answer pressedCharts(Pressed pressed) {
        Answer answer = charts("", pressed.by());
        Optional<String> trigger = pressed.from().trigger();
        return answer instanceof Answer.Whisper(var message)
                        && trigger.filter(t -> modals.open(t, sheet("Charts", "", message)))
                                .isPresent()
                ? Answer.silence()
                : answer;
    }

    /** Where there is no channel to whisper in, the modal says it. */
    private Answer shownIn(Pressed pressed, String title, Answer answer) {
        Optional<Pressed.ViewRef> view = pressed.inView();
        if (view.isEmpty() || !(answer instanceof Answer.Whisper(var message))) {
            return answer;
        }
        modals.refresh(view.get(), sheet(title, view.get().metadata(), message));
        return Answer.silence();
    }

    private static View sheet(String title, String metadata, Message message) {
        return Forms.sheet("picture", title, metadata, message.blocks());
    }

    private Answer picture(IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        Optional<Room> room = view.get().incident().room();
        if (room.isEmpty()) {
            return Answer.whisper(
                    id
                            + " has no channel yet, and its picture goes there and nowhere else."
                            + " `/incident timeline "
                            + id
                            + "` shows every entry.");
        }
        desk.course(id);
        return Answer.whisper(
                "The timeline of "
                        + id
                        + " comes as a picture in a moment, in "
                        + Mrkdwn.channel(room.get().channel())
                        + ".");
    }

    private Answer charts(Typed typed) {
        return charts(typed.rest(), typed.by());
    }

    private Answer charts(String said, PersonId by) {
        YearMonth current = YearMonth.from(reception.records().now().atOffset(ZoneOffset.UTC));
        Optional<YearMonth> month = MonthSaid.read(said, current);
        if (month.isEmpty()) {
            return Answer.whisper(
                    "Which month? Say it like `/incident charts "
                            + current.minusMonths(1)
                            + "` or `/incident charts last`; without one it is this month.");
        }
        if (month.get().isAfter(current)) {
            return Answer.whisper(
                    "That month has not begun. `/incident charts` shows the one that runs.");
        }
        desk.charts(month.get(), by);
        return Answer.whisper(
                "The charts of "
                        + MonthsPicture.name(month.get())
                        + " come as a picture in a moment, to you alone, in your messages with"
                        + " me. All figures stand beside it in words.");
    }
}
