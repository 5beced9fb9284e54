package io.muster.app.ticket;

import io.muster.core.roster.TicketSystem;
import io.muster.core.ticket.TicketStep;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Issues of a GitHub repository. They are found again in the list of what changed since, because
 * the search there may know a new issue only after minutes.
 */
final class GitHubTracker implements Tracker {
    private static final int A_PAGE = 100;
    private static final int PAGES = 2;

    /** Their clock and ours need not agree. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final TicketSystem system;
    private final TrackerDoor door;

    GitHubTracker(TicketSystem system, TrackerDoor door) {
        this.system = system;
        this.door = door;
    }

    @Override
    public Reply open(Sheet sheet) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.put("title", GitHubWords.title(sheet.title()));
        body.put("body", GitHubWords.body(sheet.paragraphs(), sheet.label()));
        return door.post(
                repository() + "/issues",
                body,
                answer ->
                        opened(answer).orElseGet(() -> new Reply.Lost("its answer has no number")));
    }

    @Override
    public Reply find(Sheet sheet) {
        Reply reply = new Reply.Absent();
        for (int page = 1; page <= PAGES && reply instanceof Reply.Absent; page++) {
            reply =
                    door.get(
                            repository()
                                    + "/issues?state=all&sort=created&direction=desc&per_page="
                                    + A_PAGE
                                    + "&page="
                                    + page
                                    + since(sheet.since()),
                            answer -> marked(answer, sheet.label()));
        }
        return reply;
    }

    private static Reply marked(JsonNode issues, String label) {
        if (!issues.isArray()) {
            return new Reply.Later(Refusals.SOON, "its answer is no list");
        }
        for (JsonNode issue : issues) {
            if (isMarked(issue, label) && !issue.has("pull_request")) {
                return opened(issue).orElseGet(Reply.Absent::new);
            }
        }
        return new Reply.Absent();
    }

    @Override
    public Reply tell(String key, String words, String mark) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.put("body", GitHubWords.body(List.of(words), mark));
        return door.post(issue(key) + "/comments", body, answer -> new Reply.Done());
    }

    @Override
    public Reply told(String key, String mark, Instant since) {
        return door.get(
                issue(key) + "/comments?per_page=" + A_PAGE + since(since),
                answer -> {
                    for (JsonNode comment : answer) {
                        if (isMarked(comment, mark)) {
                            return new Reply.Done();
                        }
                    }
                    return new Reply.Absent();
                });
    }

    @Override
    public Reply move(String key, TicketStep step, String mark, boolean again) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        switch (step) {
            case RESOLVED -> {
                return new Reply.Done(); // it is watched; closed comes later
            }
            case CLOSED -> body.put("state", "closed").put("state_reason", "completed");
            case DISMISSED -> body.put("state", "closed").put("state_reason", "not_planned");
            case REOPENED -> body.put("state", "open").put("state_reason", "reopened");
        }
        return door.patch(issue(key), body, answer -> new Reply.Done());
    }

    @Override
    public Reply check() {
        return door.get(
                repository(),
                answer ->
                        answer.path("has_issues").asBoolean(true)
                                ? new Reply.Done()
                                : new Reply.Refused("the repository has no issues"));
    }

    private static Optional<Reply> opened(JsonNode issue) {
        int number = issue.path("number").asInt(0);
        String url = issue.path("html_url").asString("");
        return number > 0 && url.matches("https?://[^\\s<>|\"]{1,400}")
                ? Optional.of(new Reply.Opened("#" + number, url))
                : Optional.empty();
    }

    private static boolean isMarked(JsonNode node, String mark) {
        return node.path("body").asString("").contains(GitHubWords.marker(mark));
    }

    private String repository() {
        return "/repos/" + system.project();
    }

    private String issue(String key) {
        return repository() + "/issues/" + key.replace("#", "");
    }

    private static String since(Instant since) {
        return "&since=" + since.minus(CLOCKS_APART).truncatedTo(ChronoUnit.SECONDS);
    }
}
