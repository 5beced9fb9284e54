package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.PlainText;

import tools.jackson.databind.JsonNode;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The app's Home as one person has it before them now. */
public final class Home {
    private final Hands hands;
    private final User user;

    Home(Hands hands, User user) {
        this.hands = hands;
        this.user = user;
    }

    private Optional<View> view() {
        return hands.team().turn(() -> hands.team().views().home(user.id()));
    }

    /** Whether the app has published one for this person. */
    public boolean isPublished() {
        return view().isPresent();
    }

    public JsonNode blocks() {
        return Json.arrayOf(list()).deepCopy();
    }

    private List<JsonNode> list() {
        return view().map(view -> hands.team().turn(() -> view.blocks())).orElse(List.of());
    }

    public String plainText() {
        return new PlainText(hands.team().names(), ZoneOffset.UTC, hands.team().now())
                .of(BlockText.ofBlocks(list()));
    }

    public List<String> buttons() {
        return Labels.buttons(list());
    }

    public Reply clicks(String label) {
        View view = view().orElseThrow(() -> new IllegalStateException("no Home was published"));
        Elements.Placed placed = Labels.find(view.blocks(), label);
        return hands.reply(hands.client().actions().inView(user, view, placed, placed.element()));
    }

    public Reply selects(String label, String option) {
        View view = view().orElseThrow(() -> new IllegalStateException("no Home was published"));
        return hands.reply(hands.choose(user, view, label, option));
    }
}
