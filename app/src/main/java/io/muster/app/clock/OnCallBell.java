package io.muster.app.clock;

import io.muster.app.desk.DutyDesk;

/** Knocks for shifts that change hands, and lets user groups follow whoever is on call. */
public final class OnCallBell {
    private final DutyDesk desk;
    private final Follower groups;

    /** What is kept in step with whoever is on call. */
    public interface Follower {
        /** Brings it into step; asks nobody where nothing has changed. */
        void follow(DutyDesk.Seen seen);
    }

    /** Knocks at this desk. */
    public OnCallBell(DutyDesk desk, Follower groups) {
        this.desk = desk;
        this.groups = groups;
    }

    /** Knocks. */
    public void knock() {
        desk.handOver();
        groups.follow(desk.seen());
    }
}
