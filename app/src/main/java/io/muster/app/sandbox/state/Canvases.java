package io.muster.app.sandbox.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents: one in a tab of each channel, and others that stand alone. */
public final class Canvases {
    private final Team team;
    private final Map<String, Canvas> byId = new LinkedHashMap<>();

    Canvases(Team team) {
        this.team = team;
    }

    public Canvas createInChannel(Actor by, Conversation in, String title, String markdown) {
        if (!team.paidPlan()) {
            throw new SlackError("team_tier_cannot_create_channel_canvases");
        }
        if (in.canvasId().isPresent()) {
            throw new SlackError("channel_canvas_already_exists");
        }
        if (in.isArchived()) {
            throw new SlackError("canvas_creation_failed");
        }
        Canvas canvas = create(by, in.id(), title, markdown);
        in.canvas(canvas.id());
        touch(canvas);
        return canvas;
    }

    public Canvas createAlone(Actor by, String title, String markdown) {
        if (!team.paidPlan()) {
            throw new SlackError("free_teams_cannot_create_standalone_canvases");
        }
        return create(by, "", title, markdown);
    }

    private Canvas create(Actor by, String channelId, String title, String markdown) {
        if (CanvasText.tooLarge(markdown) || !CanvasText.holdable(markdown)) {
            throw new SlackError("canvas_creation_failed");
        }
        Canvas canvas =
                new Canvas(
                        team.ids().next("F"),
                        channelId,
                        by.userId(),
                        title.isEmpty() ? "Untitled" : title);
        canvas.sections(CanvasText.sections(markdown, this::sectionId));
        byId.put(canvas.id(), canvas);
        return canvas;
    }

    public Optional<Canvas> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** One that the actor may work on; any other does not exist for it. */
    public Canvas get(Actor by, String id) {
        return find(id).filter(canvas -> mayEdit(by, canvas))
                .orElseThrow(() -> new SlackError("canvas_not_found"));
    }

    private boolean mayEdit(Actor by, Canvas canvas) {
        boolean member =
                team.conversations()
                        .find(canvas.channelId())
                        .filter(channel -> channel.has(by.userId()))
                        .isPresent();
        return member
                || canvas.owner().equals(by.userId())
                || canvas.writers().contains(by.userId());
    }

    /** Replaces the sections from the first that is named up to the last with the new ones. */
    public void edit(Canvas canvas, String operation, String sectionId, String markdown) {
        List<Canvas.Section> sections = new ArrayList<>(canvas.sections());
        List<Canvas.Section> added = CanvasText.sections(markdown, this::sectionId);
        switch (operation) {
            case "insert_at_start" -> sections.addAll(0, added);
            case "insert_at_end" -> sections.addAll(added);
            case "insert_before" -> sections.addAll(position(sections, sectionId), added);
            case "insert_after" -> sections.addAll(position(sections, sectionId) + 1, added);
            case "replace" -> replace(sections, sectionId, added);
            case "delete" -> sections.remove(position(sections, sectionId));
            default -> throw new SlackError("invalid_arguments");
        }
        List<String> texts = sections.stream().map(Canvas.Section::markdown).toList();
        String whole = String.join("\n\n", texts);
        if (CanvasText.tooLarge(whole)) {
            throw new SlackError("canvas_too_large");
        }
        if (!CanvasText.holdable(whole)) {
            throw new SlackError("canvas_editing_failed");
        }
        canvas.sections(sections);
        touch(canvas);
    }

    private static void replace(
            List<Canvas.Section> sections, String sectionId, List<Canvas.Section> added) {
        if (sectionId.isEmpty()) {
            sections.clear();
            sections.addAll(added);
            return;
        }
        int at = position(sections, sectionId);
        sections.remove(at);
        sections.addAll(at, added);
    }

    private static int position(List<Canvas.Section> sections, String sectionId) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).id().equals(sectionId)) {
                return i;
            }
        }
        throw new SlackError("canvas_editing_failed");
    }

    public void rename(Canvas canvas, String title) {
        canvas.title(title);
        touch(canvas);
    }

    public void grant(Canvas canvas, String level, List<String> ids) {
        (level.equals("read") ? canvas.readers() : canvas.writers()).addAll(ids);
    }

    public void delete(Canvas canvas) {
        byId.remove(canvas.id());
        team.conversations().find(canvas.channelId()).ifPresent(channel -> channel.canvas(""));
        touch(canvas);
    }

    private void touch(Canvas canvas) {
        if (!canvas.channelId().isEmpty()) {
            team.feed().touch(Feed.What.CHANNEL, "", canvas.channelId());
        }
    }

    private String sectionId() {
        return "temp:C:" + team.ids().hex(14);
    }
}
