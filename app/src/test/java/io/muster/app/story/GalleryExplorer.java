package io.muster.app.story;

import io.muster.app.gallery.Catch;
import io.muster.app.gallery.Shape;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.blockkit.Elements;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Presses whatever is new in front of a person, once each, to see what it opens. What changes an
 * incident is left to the tour.
 */
final class GalleryExplorer {
    private static final long SHORTLY = 400_000_000;
    private static final int DEPTH = 3;

    /** They do something at once, at a time of the tour's choosing. */
    private static final Set<String> DEEDS =
            Set.of(
                    "ack",
                    "alert-declare",
                    "action-done",
                    "audience-no",
                    "audience-tell",
                    "audience-yes",
                    "close",
                    "confirm",
                    "custody-end",
                    "decline-command",
                    "document",
                    "draft-submit",
                    "escalate",
                    "evidence-act=fetch",
                    "evidence-attest",
                    "evidence-fetch",
                    "evidence-legal",
                    "evidence-noted",
                    "kind",
                    "leftover-again",
                    "leftover-done",
                    "maintenance-cancel",
                    "oncall-cancel",
                    "oncall-take",
                    "phase-finish",
                    "phase-start",
                    "resolve",
                    "review-begin",
                    "seen",
                    "snooze",
                    "subscribe",
                    "take-command",
                    "tick",
                    "unsubscribe");

    private final Set<String> pressed = new HashSet<>();
    private final List<Shape> answers = new ArrayList<>();

    /** What was answered to presses, which no call of the Web API shows. */
    List<Shape> answers() {
        return List.copyOf(answers);
    }

    /** Presses what is new in this message. */
    void message(Person person, Channel channel, Message message) {
        for (Act act : acts(Json.list(message.blocks()))) {
            if (isNew(act, "")) {
                int heard = person.ephemerals(channel).size();
                Runnable open = () -> act.onMessage(person, message);
                open.run();
                until(() ->
                        person.modal().isPresent() || person.ephemerals(channel).size() > heard);
                List<Message> now = person.ephemerals(channel);
                now.subList(Math.min(heard, now.size()), now.size()).forEach(m -> keep(act, m));
                modal(person, open, 1);
                person.closesEverything();
            }
        }
    }

    /** Presses what is new on the Home. */
    void home(Person person) {
        for (Act act : acts(Json.list(person.home().blocks()))) {
            if (isNew(act, "") && act.option().isEmpty()) {
                Runnable open = () -> person.home().clicks(act.action());
                open.run();
                until(() -> person.modal().isPresent());
                modal(person, open, 1);
                person.closesEverything();
            }
        }
    }

    /**
     * Presses what is new in the modal that is open.
     *
     * @param open opens it again
     */
    void modal(Person person, Runnable open, int depth) {
        Optional<Modal> modal = person.modal();
        if (modal.isEmpty() || depth > DEPTH) {
            return;
        }
        String callback = modal.get().callbackId();
        for (Act act : acts(Json.list(modal.get().blocks()))) {
            if (isNew(act, callback)) {
                Runnable press = () -> press(person, open, act);
                press.run();
                modal(person, press, depth + 1);
                person.closesEverything();
                open.run();
                until(() -> person.modal().isPresent());
            }
        }
    }

    private static void press(Person person, Runnable open, Act act) {
        if (person.modal().isEmpty()) {
            open.run();
            until(() -> person.modal().isPresent());
        }
        person.modal()
                .ifPresent(modal -> {
                    String before = Json.write(modal.blocks());
                    act.inModal(person, modal);
                    until(() ->
                            person.modal()
                                    .filter(now -> !Json.write(now.blocks()).equals(before))
                                    .isPresent());
                });
    }

    /** Sheets of other incidents may hold the same button; once of each kind of sheet is enough. */
    private boolean isNew(Act act, String where) {
        return !DEEDS.contains(act.kind()) && pressed.add(where + "/" + act.kind());
    }

    private void keep(Act act, Message message) {
        JsonNode body = Catch.message(message.json());
        answers.add(new Shape("answer-" + act.kind(), body));
    }

    static void until(BooleanSupplier isTrue) {
        long end = System.nanoTime() + SHORTLY;
        while (!isTrue.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(3_000_000);
        }
    }

    private static List<Act> acts(List<JsonNode> blocks) {
        Map<String, Act> acts = new TreeMap<>();
        for (Elements.Placed placed : Elements.interactive(blocks)) {
            String action = placed.actionId();
            switch (placed.type()) {
                case "button" -> {
                    if (!Json.has(placed.element(), "url")) {
                        put(acts, new Act(action, Optional.empty(), false));
                    }
                }
                case "overflow", "static_select" -> {
                    boolean menu = placed.type().equals("overflow");
                    if (!placed.isInput()) {
                        Elements.options(placed.element())
                                .forEach(o -> put(acts, new Act(action, Optional.of(o), menu)));
                    }
                }
                default -> {}
            }
        }
        return List.copyOf(acts.values());
    }

    private static void put(Map<String, Act> acts, Act act) {
        acts.putIfAbsent(act.kind(), act);
    }

    /**
     * @param option the entry of a menu or a list
     * @param inMenu whether each entry does something else
     */
    private record Act(String action, Optional<JsonNode> option, boolean inMenu) {
        /** The button's name, or the one that the entry of a menu stands for. */
        String kind() {
            String name = action.replaceAll(":.*", "");
            String act =
                    option.filter(o -> inMenu)
                            .map(o -> Json.text(o, "value").replaceAll("^.*[|/]", ""))
                            .orElse("");
            return act.isEmpty() ? name : name.equals("more") ? act : name + "=" + act;
        }

        void onMessage(Person person, Message message) {
            if (option.isPresent()) {
                person.clicks(message, Json.text(option.get(), "value"));
            } else {
                person.clicks(message, action);
            }
        }

        void inModal(Person person, Modal modal) {
            String value = option.map(o -> Json.text(o, "value")).orElse("");
            if (option.isPresent() && !inMenu) {
                person.selectsIn(modal, action, value);
            } else {
                person.clicksIn(modal, option.isPresent() ? value : action);
            }
        }
    }
}
