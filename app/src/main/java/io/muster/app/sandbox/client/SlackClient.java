package io.muster.app.sandbox.client;

import io.muster.app.sandbox.delivery.Courier;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;

/** All that a person can do in the client, in one place. */
public final class SlackClient {
    private final Team team;
    private final Composer composer;
    private final SlashCommands commands;
    private final Actions actions;
    private final Modals modals;
    private final Shortcuts shortcuts;
    private final Suggestions suggestions;
    private final Choices choices;
    private final Previews previews;

    public SlackClient(Team team, Courier courier) {
        this.team = team;
        this.composer = new Composer(team);
        this.commands = new SlashCommands(team, courier, composer);
        this.actions = new Actions(team, courier);
        this.modals = new Modals(team, courier);
        this.shortcuts = new Shortcuts(team, courier);
        this.suggestions = new Suggestions(team, courier);
        this.choices = new Choices(team);
        this.previews = new Previews(team);
    }

    public Team team() {
        return team;
    }

    public Composer composer() {
        return composer;
    }

    public SlashCommands commands() {
        return commands;
    }

    public Actions actions() {
        return actions;
    }

    public Modals modals() {
        return modals;
    }

    public Shortcuts shortcuts() {
        return shortcuts;
    }

    public Suggestions suggestions() {
        return suggestions;
    }

    public Choices choices() {
        return choices;
    }

    public Previews previews() {
        return previews;
    }

    /** Opens a tab of the app's own page; {@code home} or {@code messages}. */
    public Conversation openApp(User user, String tab) {
        return team.turn(() -> {
            Conversation im = team.conversations().imWithApp(user.id());
            if (tab.equals("messages") || team.manifest().homeTab()) {
                team.events().homeOpened(user, tab, im);
            }
            return im;
        });
    }
}
