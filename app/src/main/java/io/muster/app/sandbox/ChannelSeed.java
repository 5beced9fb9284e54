package io.muster.app.sandbox;

import java.util.List;

/** A channel that is there from the start; without named members everybody is in it. */
public record ChannelSeed(
        String name, boolean isPrivate, List<String> members, boolean withApp, String topic) {

    public ChannelSeed {
        members = List.copyOf(members);
    }

    public static ChannelSeed open(String name) {
        return new ChannelSeed(name, false, List.of(), false, "");
    }

    public static ChannelSeed closed(String name, String... members) {
        return new ChannelSeed(name, true, List.of(members), false, "");
    }

    public ChannelSeed withMembers(String... handles) {
        return new ChannelSeed(name, isPrivate, List.of(handles), withApp, topic);
    }

    /** The app is in it too. */
    public ChannelSeed andApp() {
        return new ChannelSeed(name, isPrivate, members, true, topic);
    }

    public ChannelSeed about(String words) {
        return new ChannelSeed(name, isPrivate, members, withApp, words);
    }
}
