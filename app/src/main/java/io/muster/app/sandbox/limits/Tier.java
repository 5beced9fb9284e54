package io.muster.app.sandbox.limits;

/**
 * How many calls of one method a minute takes. Slack promises at least so many; no more is sure.
 */
public enum Tier {
    ONE(1),
    TWO(20),
    THREE(50),
    FOUR(100),
    SPECIAL(300);

    private final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }
}
