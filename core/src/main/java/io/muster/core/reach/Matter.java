package io.muster.core.reach;

/** What somebody is reached for. */
public enum Matter {
    /** They are called to help. */
    PAGE("page"),
    /** By the plan they must know. */
    WORD("word that there is an incident"),
    /** The small incidents of the day. */
    DIGEST("daily digest"),
    /** They are asked to approve words that leave the building. */
    APPROVAL("approval asked"),
    /** The approved post-mortem, to those who are presented with it. */
    REPORT("report"),
    /** Approved words that leave the building. */
    NOTICE("notice"),
    /** Somebody has taken the incident up, so nobody else needs to be woken. */
    ACKNOWLEDGED("acknowledgment"),
    /** It is over. */
    RESOLVED("end of the incident");

    private final String words;

    Matter(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
