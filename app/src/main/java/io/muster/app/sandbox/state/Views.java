package io.muster.app.sandbox.state;

import io.muster.app.sandbox.blockkit.Normal;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The modals that people have open, stacked, and the Home that each was given. */
public final class Views {
    private static final int STACK = 3;

    private final Team team;
    private final Map<String, List<View>> stacks = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();
    private long hashes;

    Views(Team team) {
        this.team = team;
    }

    /** Lowest first. */
    public List<View> stack(String userId) {
        return List.copyOf(stacks.getOrDefault(userId, List.of()));
    }

    public Optional<View> top(String userId) {
        List<View> stack = stack(userId);
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    }

    public Optional<View> home(String userId) {
        return Optional.ofNullable(homes.get(userId));
    }

    public Optional<View> byId(String id) {
        return all().filter(view -> view.id().equals(id)).findFirst();
    }

    public Optional<View> byExternalId(String externalId) {
        return all().filter(view -> view.externalId().equals(externalId)).findFirst();
    }

    private Stream<View> all() {
        return Stream.concat(
                stacks.values().stream().flatMap(List::stream), homes.values().stream());
    }

    /** A new stack; one that was open is gone without a word, as in the client. */
    public View open(Triggers.Trigger trigger, ObjectNode body) {
        refuseDuplicate(body, "");
        String id = team.ids().next("V");
        View view =
                new View(id, trigger.userId(), id, "", trigger.channelId(), normal(body), hash());
        List<View> stack = new ArrayList<>();
        stack.add(view);
        stacks.put(trigger.userId(), stack);
        touch(view);
        return view;
    }

    public View push(Triggers.Trigger trigger, ObjectNode body) {
        View below = byId(trigger.viewId()).orElseThrow(() -> new SlackError("not_found"));
        return push(below, body);
    }

    public View push(View below, ObjectNode body) {
        refuseDuplicate(body, "");
        List<View> stack = stacks.getOrDefault(below.userId(), new ArrayList<>());
        if (!stack.contains(below)) {
            throw new SlackError("not_found");
        }
        if (stack.size() >= STACK) {
            throw new SlackError("push_limit_reached");
        }
        View view =
                new View(
                        team.ids().next("V"),
                        below.userId(),
                        below.rootId(),
                        below.id(),
                        below.channelId(),
                        normal(body),
                        hash());
        stack.add(view);
        touch(view);
        return view;
    }

    /** What was typed stays where the ids of block and element stay. */
    public View update(View view, ObjectNode body, String expectedHash) {
        if (!expectedHash.isEmpty() && !expectedHash.equals(view.hash())) {
            throw new SlackError("hash_conflict");
        }
        refuseDuplicate(body, view.id());
        view.replace(normal(body), hash());
        touch(view);
        return view;
    }

    public View publish(String userId, ObjectNode body, String expectedHash) {
        Optional<View> before = home(userId);
        if (before.isPresent()) {
            return update(before.get(), body, expectedHash);
        }
        if (!expectedHash.isEmpty()) {
            throw new SlackError("hash_conflict");
        }
        refuseDuplicate(body, "");
        String id = team.ids().next("V");
        View view = new View(id, userId, id, "", "", normal(body), hash());
        homes.put(userId, view);
        touch(view);
        return view;
    }

    /** Takes the view, and whatever lies on it, off the person's screen. */
    public void close(View view) {
        List<View> stack = stacks.getOrDefault(view.userId(), new ArrayList<>());
        int position = stack.indexOf(view);
        if (position >= 0) {
            stack.subList(position, stack.size()).clear();
            touch(view);
        }
    }

    public void clear(String userId) {
        stacks.remove(userId);
        team.feed().touch(Feed.What.MODAL, userId, "");
    }

    private void refuseDuplicate(ObjectNode body, String own) {
        String externalId = Json.text(body, "external_id");
        boolean taken =
                !externalId.isEmpty()
                        && byExternalId(externalId)
                                .filter(view -> !view.id().equals(own))
                                .isPresent();
        if (taken) {
            throw new SlackError("duplicate_external_id");
        }
    }

    private ObjectNode normal(ObjectNode body) {
        ObjectNode normal = Json.copy(body);
        normal.set("blocks", Normal.blocks(Json.list(body, "blocks"), team.ids()::block));
        Normal.texts(normal);
        return normal;
    }

    private String hash() {
        hashes++;
        return team.seconds() + "." + String.format(Locale.ROOT, "%08d", hashes);
    }

    private void touch(View view) {
        Feed.What what = view.isHome() ? Feed.What.HOME : Feed.What.MODAL;
        team.feed().touch(what, view.userId(), view.id());
    }
}
