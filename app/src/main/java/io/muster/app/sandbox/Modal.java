package io.muster.app.sandbox;

import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.View;
import io.muster.app.sandbox.text.BlockText;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.PlainText;

import tools.jackson.databind.JsonNode;

import java.time.ZoneOffset;
import java.util.List;

/** A modal that a person has open, as it is now. */
public final class Modal {
    private final Team team;
    private final View view;

    Modal(Team team, View view) {
        this.team = team;
        this.view = view;
    }

    View view() {
        return view;
    }

    public String id() {
        return view.id();
    }

    public String title() {
        return words("title");
    }

    /** The words on the button that submits; empty when there is none. */
    public String submitLabel() {
        return words("submit");
    }

    private String words(String field) {
        return team.turn(() -> Emoji.drawn(Json.text(view.body().path(field), "text")));
    }

    public String callbackId() {
        return team.turn(() -> Json.text(view.body(), "callback_id"));
    }

    public String privateMetadata() {
        return team.turn(() -> Json.text(view.body(), "private_metadata"));
    }

    public JsonNode blocks() {
        return team.turn(() -> Json.arrayOf(view.blocks()).deepCopy());
    }

    /** The view as the Web API shows it. */
    public JsonNode json() {
        return team.turn(() -> view.json(team));
    }

    /** All its words, the labels of inputs included. */
    public String plainText() {
        return team.turn(() ->
                new PlainText(team.names(), ZoneOffset.UTC, team.now())
                        .of(BlockText.ofBlocks(view.blocks())));
    }

    /** The labels of its inputs. */
    public List<String> labels() {
        return team.turn(() ->
                Elements.interactive(view.blocks()).stream()
                        .filter(Elements.Placed::isInput)
                        .map(placed -> placed.block().path("label"))
                        .map(label -> Emoji.drawn(Json.text(label, "text")))
                        .toList());
    }

    public List<String> buttons() {
        return team.turn(() -> Labels.buttons(view.blocks()));
    }

    /** The labels that a menu, a group of boxes or of radio buttons offers. */
    public List<String> options(String label) {
        return team.turn(() ->
                Elements.options(Labels.find(view.blocks(), label).element()).stream()
                        .map(option -> Emoji.drawn(Json.text(option.path("text"), "text")))
                        .toList());
    }

    /** What a field holds now, as {@code state.values} spells it. */
    public JsonNode value(String label) {
        return team.turn(() -> view.form().get(Labels.find(view.blocks(), label)).deepCopy());
    }

    public boolean isOpen() {
        return team.turn(() -> team.views().stack(view.userId()).contains(view));
    }

    @Override
    public String toString() {
        return title() + ": " + plainText();
    }
}
