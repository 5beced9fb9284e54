package io.muster.app.slack.home;

import java.util.List;

/**
 * Things of one sort that concern a person, all of them; the Home shows the first few.
 *
 * @param lines in markup, the most urgent first, each harmless and of moderate length
 */
record Listing(Sort sort, List<String> lines) {
    Listing {
        lines = List.copyOf(lines);
    }

    /** What is listed. */
    enum Sort {
        MINE("Assigned to you"),
        APPROVALS("Waiting for your approval"),
        CLOCKS("Clocks"),
        OPEN("Open incidents"),
        ACTIONS("My action items"),
        OVERDUE("Overdue with others"),
        REVIEWS("Post-mortems due");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    int size() {
        return lines.size();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
