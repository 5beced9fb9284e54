package io.muster.app.ticket;

import io.muster.core.roster.TicketSystem;
import io.muster.core.ticket.TicketStep;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jira. Cloud speaks version 3 of the API, in which text is a document; Data Center and Server
 * version 2, in which it is wiki markup.
 */
final class JiraTracker implements Tracker {
    private static final String KEY = "[A-Z][A-Z0-9_]*-\\d{1,12}";
    private static final int COMMENTS = 50;

    private final TicketSystem system;
    private final TrackerDoor door;
    private final String api;

    JiraTracker(TicketSystem system, TrackerDoor door) {
        this.system = system;
        this.door = door;
        this.api = isCloud(system) ? "/rest/api/3" : "/rest/api/2";
    }

    @Override
    public Reply open(Sheet sheet) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        ObjectNode fields = body.putObject("fields");
        fields.putObject("project").put("key", system.project());
        fields.putObject("issuetype").put("name", system.type());
        fields.put("summary", sheet.title());
        fields.set("description", text(sheet.paragraphs()));
        fields.putArray("labels").add(sheet.label());
        return door.post(
                api + "/issue",
                body,
                answer -> opened(answer).orElseGet(() -> new Reply.Lost("its answer has no key")));
    }

    /** Jira finds a new ticket only after some seconds; whoever asks waits for that. */
    @Override
    public Reply find(Sheet sheet) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.put(
                "jql",
                "project = \""
                        + system.project()
                        + "\" AND labels = \""
                        + sheet.label()
                        + "\" ORDER BY created ASC");
        body.put("maxResults", 1);
        body.putArray("fields").add("key");
        return door.ask(
                api + (isCloud(system) ? "/search/jql" : "/search"),
                body,
                answer ->
                        answer.path("issues").isArray()
                                ? opened(answer.path("issues").path(0)).orElseGet(Reply.Absent::new)
                                : new Reply.Later(Refusals.SOON, "its answer has no issues"));
    }

    @Override
    public Reply tell(String key, String words, String mark) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.set("body", text(List.of(words, "Reference: " + mark)));
        return door.post(issue(key) + "/comment", body, answer -> new Reply.Done());
    }

    @Override
    public Reply told(String key, String mark, Instant since) {
        return door.get(
                issue(key) + "/comment?orderBy=-created&maxResults=" + COMMENTS,
                answer -> {
                    // wiki markup escapes hyphens
                    String all = answer.path("comments").toString().replace("\\", "");
                    return all.contains(mark) ? new Reply.Done() : new Reply.Absent();
                });
    }

    @Override
    public Reply move(String key, TicketStep step, String mark, boolean again) {
        Optional<String> move = Optional.ofNullable(system.moves().get(step.word()));
        return move.map(name -> move(key, name, again)).orElseGet(Reply.Done::new);
    }

    private Reply move(String key, String name, boolean again) {
        return door.get(
                issue(key) + "/transitions",
                answer -> {
                    for (JsonNode way : answer.path("transitions")) {
                        if (isCalled(way, name) || isCalled(way.path("to"), name)) {
                            return go(key, way.path("id").asString(""));
                        }
                    }
                    return again ? new Reply.Done() : there(key, name);
                });
    }

    private Reply go(String key, String transition) {
        ObjectNode body = TrackerDoor.JSON.createObjectNode();
        body.putObject("transition").put("id", transition);
        return door.post(issue(key) + "/transitions", body, answer -> new Reply.Done());
    }

    /** What cannot move there may be there: somebody was quicker. */
    private Reply there(String key, String name) {
        return door.get(
                issue(key) + "?fields=status",
                answer -> {
                    JsonNode status = answer.path("fields").path("status");
                    return isCalled(status, name)
                            ? new Reply.Done()
                            : new Reply.Refused(
                                    "there is no way called \""
                                            + name
                                            + "\" out of \""
                                            + status.path("name").asString("its status")
                                            + "\"");
                });
    }

    @Override
    public Reply check() {
        return door.get(api + "/project/" + system.project(), answer -> new Reply.Done());
    }

    private Optional<Reply> opened(JsonNode issue) {
        String key = issue.path("key").asString("");
        return key.matches(KEY)
                ? Optional.of(new Reply.Opened(key, system.address() + "/browse/" + key))
                : Optional.empty();
    }

    private JsonNode text(List<String> paragraphs) {
        return isCloud(system)
                ? JiraWords.document(paragraphs)
                : TrackerDoor.JSON.getNodeFactory().stringNode(JiraWords.wiki(paragraphs));
    }

    private String issue(String key) {
        return api + "/issue/" + key;
    }

    private static boolean isCloud(TicketSystem system) {
        return system.product() == TicketSystem.Product.JIRA_CLOUD;
    }

    private static boolean isCalled(JsonNode node, String name) {
        return node.path("name").asString("").equalsIgnoreCase(name);
    }
}
