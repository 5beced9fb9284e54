package io.muster.app.slack.incident;

import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Ways;

import java.util.List;

/** The menu of the card: each entry does what the button does that it stands for. */
public final class CardMenu implements Conversation {
    @Override
    public void register(Ways ways) {
        ways.button(CardButtons.MORE, pressed -> chosen(ways, pressed));
    }

    private static Answer chosen(Ways ways, Pressed pressed) {
        List<String> number =
                pressed.incident().map(id -> String.valueOf(id.number())).stream().toList();
        Pressed meant = new Pressed(pressed.from(), "", number, pressed.inView());
        return ways.button(pressed.detail())
                .map(on -> on.pressed(meant))
                .orElseGet(Answer::silence);
    }
}
