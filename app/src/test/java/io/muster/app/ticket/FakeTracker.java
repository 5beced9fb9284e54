package io.muster.app.ticket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Jira Cloud, Jira Data Center, GitHub and some system behind a webhook, on loopback: they check
 * the token and what they need, answer in the shapes that are documented, and can be made to fail.
 */
public final class FakeTracker implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASIC =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    "bot@example.com:hush".getBytes(StandardCharsets.UTF_8));

    /** A ticket over there. */
    public static final class Issue {
        public final int number;
        public final String title;
        public final String text;
        public final String label;
        public final List<String> comments = new ArrayList<>();
        public volatile String status = "To Do";

        Issue(int number, String title, String text, String label) {
            this.number = number;
            this.title = title;
            this.text = text;
            this.label = label;
        }
    }

    private final HttpServer server;
    private final List<Issue> issues = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, Issue> byIdempotency = new LinkedHashMap<>();
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile boolean loses;
    private volatile long slowMillis;

    private record Fault(int status, Map<String, String> headers) {}

    private record Said(int status, JsonNode body) {}

    private FakeTracker(HttpServer server) {
        this.server = server;
    }

    /** Starts it. */
    public static FakeTracker start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeTracker fake = new FakeTracker(server);
            server.createContext("/", fake::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Where it answers. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was opened. */
    public synchronized List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** What was asked, method and path. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** From now on it answers this; zero: as usual again. */
    public void fails(int status, Map<String, String> headers) {
        fault = status == 0 ? Optional.empty() : Optional.of(new Fault(status, headers));
    }

    /** It does the next thing that changes something, and its answer is lost. */
    public void losesTheNextAnswer() {
        loses = true;
    }

    /** It does what it is asked at once, and answers this much later. */
    public void answersAfter(long millis) {
        slowMillis = millis;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        synchronized (this) {
            requests.add(method + " " + path);
        }
        if (fault.isPresent()) {
            fault.get().headers().forEach(exchange.getResponseHeaders()::add);
            send(exchange, new Said(fault.get().status(), JSON.createObjectNode()));
            return;
        }
        Said said = dispatch(exchange, method, path, body);
        boolean changed = said.status() == 201 || (path.equals("/hook") && method.equals("POST"));
        if (changed && loses) {
            loses = false;
            exchange.close();
            return;
        }
        pause(changed);
        send(exchange, said);
    }

    private void pause(boolean changed) {
        if (!changed || slowMillis == 0) {
            return;
        }
        try {
            Thread.sleep(slowMillis); // a slow system is slow in real time
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Said dispatch(HttpExchange exchange, String method, String path, JsonNode body) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        boolean cloud = path.startsWith("/rest/api/3");
        if (!(cloud ? BASIC : "Bearer hush").equals(token)) {
            return error(401, "Client must be authenticated to access this resource.");
        }
        synchronized (this) {
            if (path.startsWith("/rest/api/")) {
                return jira(cloud, method, path.substring("/rest/api/3".length()), body);
            }
            if (path.startsWith("/repos/")) {
                boolean version = exchange.getRequestHeaders().containsKey("X-GitHub-Api-Version");
                return version
                        ? gitHub(method, path, exchange.getRequestURI().getQuery(), body)
                        : error(400, "no version");
            }
            return path.equals("/hook") && method.equals("POST")
                    ? hook(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body)
                    : error(405, "Only POST");
        }
    }

    // Jira

    private Said jira(boolean cloud, String method, String path, JsonNode body) {
        if (path.equals("/issue")) {
            return jiraOpen(cloud, body);
        }
        if (path.equals(cloud ? "/search/jql" : "/search")) {
            return jiraSearch(body.path("jql").asString());
        }
        if (path.equals("/project/SEC")) {
            return new Said(200, JSON.createObjectNode().put("key", "SEC"));
        }
        String[] parts = path.split("/");
        Optional<Issue> issue =
                parts.length > 2 && parts[1].equals("issue") && parts[2].startsWith("SEC-")
                        ? number(Integer.parseInt(parts[2].substring(4)))
                        : Optional.empty();
        if (issue.isEmpty()) {
            return jiraError(404, "Issue does not exist or you do not have permission to see it.");
        }
        return switch (method + " " + (parts.length > 3 ? parts[3] : "")) {
            case "POST comment" -> {
                boolean shaped =
                        cloud ? isDocument(body.path("body")) : body.path("body").isString();
                if (!shaped) {
                    yield jiraError(400, "Comment body is not valid!");
                }
                issue.get().comments.add(body.path("body").toString());
                yield new Said(201, JSON.createObjectNode().put("id", "1"));
            }
            case "GET comment" -> {
                ObjectNode page = JSON.createObjectNode();
                ArrayNode comments = page.putArray("comments");
                issue.get()
                        .comments
                        .forEach(c -> comments.addObject().set("body", JSON.readTree(c)));
                yield new Said(200, page);
            }
            case "GET transitions" -> new Said(200, transitions(issue.get()));
            case "POST transitions" -> {
                issue.get().status =
                        body.path("transition").path("id").asString().equals("31")
                                ? "Done"
                                : "To Do";
                yield new Said(204, JSON.createObjectNode());
            }
            case "GET " -> {
                ObjectNode found = JSON.createObjectNode();
                found.putObject("fields").putObject("status").put("name", issue.get().status);
                yield new Said(200, found);
            }
            default -> jiraError(405, "not here");
        };
    }

    private static ObjectNode transitions(Issue issue) {
        ObjectNode page = JSON.createObjectNode();
        boolean done = issue.status.equals("Done");
        ObjectNode way = page.putArray("transitions").addObject();
        way.put("id", done ? "11" : "31").put("name", done ? "Back to work" : "Finish");
        way.putObject("to").put("name", done ? "To Do" : "Done");
        return page;
    }

    private Said jiraOpen(boolean cloud, JsonNode body) {
        JsonNode fields = body.path("fields");
        ObjectNode errors = JSON.createObjectNode();
        if (!fields.path("project").path("key").asString("").equals("SEC")) {
            errors.put("project", "valid project is required");
        }
        if (!fields.path("issuetype").path("name").asString("").equals("Task")) {
            errors.put("issuetype", "The issue type selected is invalid.");
        }
        String title = fields.path("summary").asString("");
        if (title.isBlank() || title.contains("\n") || title.length() > 255) {
            errors.put("summary", "You must specify a summary of the issue.");
        }
        JsonNode text = fields.path("description");
        if (cloud ? !isDocument(text) : !text.isString()) {
            errors.put("description", "Operation value must be an Atlassian Document");
        }
        String label = fields.path("labels").path(0).asString("");
        if (label.contains(" ") || label.length() > 255) {
            errors.put("labels", "The label contains spaces which is invalid.");
        }
        if (!errors.isEmpty()) {
            ObjectNode no = JSON.createObjectNode();
            no.putArray("errorMessages");
            no.set("errors", errors);
            return new Said(400, no);
        }
        Issue issue = add(title, cloud ? text.toString() : text.asString(), label);
        return new Said(201, key(issue).put("self", address() + "/rest/api/3/issue/10000"));
    }

    private static boolean isDocument(JsonNode node) {
        return node.path("type").asString("").equals("doc")
                && node.path("version").asInt(0) == 1
                && node.path("content").isArray();
    }

    private Said jiraSearch(String jql) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putArray("issues");
        issues.stream()
                .filter(i -> jql.contains("project = \"SEC\""))
                .filter(i -> jql.contains("labels = \"" + i.label + "\""))
                .forEach(i -> found.add(key(i)));
        page.put("isLast", true);
        return new Said(200, page);
    }

    private static ObjectNode key(Issue issue) {
        return JSON.createObjectNode().put("id", "10000").put("key", "SEC-" + issue.number);
    }

    private static Said jiraError(int status, String words) {
        ObjectNode no = JSON.createObjectNode();
        no.putArray("errorMessages").add(words);
        no.putObject("errors");
        return new Said(status, no);
    }

    // GitHub

    private Said gitHub(String method, String path, String query, JsonNode body) {
        if (path.equals("/repos/acme/incidents")) {
            return new Said(200, JSON.createObjectNode().put("has_issues", true));
        }
        String[] parts = path.split("/");
        if (!path.startsWith("/repos/acme/incidents/issues")) {
            return error(404, "Not Found");
        }
        if (parts.length == 5) {
            return method.equals("POST") ? gitHubOpen(body) : gitHubList(query);
        }
        Optional<Issue> issue = number(Integer.parseInt(parts[5]));
        if (issue.isEmpty()) {
            return error(404, "Not Found");
        }
        if (method.equals("PATCH")) {
            issue.get().status =
                    body.path("state").asString() + " " + body.path("state_reason").asString();
            return new Said(200, shown(issue.get()));
        }
        if (method.equals("POST")) {
            issue.get().comments.add(body.path("body").asString());
            return new Said(201, JSON.createObjectNode().put("id", 1));
        }
        ArrayNode list = JSON.createArrayNode();
        issue.get().comments.forEach(c -> list.addObject().put("body", c));
        return new Said(200, list);
    }

    private Said gitHubOpen(JsonNode body) {
        String title = body.path("title").asString("");
        if (title.isBlank()) {
            ObjectNode no = JSON.createObjectNode().put("message", "Validation Failed");
            no.putArray("errors")
                    .addObject()
                    .put("resource", "Issue")
                    .put("field", "title")
                    .put("code", "missing_field");
            return new Said(422, no);
        }
        return new Said(201, shown(add(title, body.path("body").asString(""), "")));
    }

    private Said gitHubList(String query) {
        ArrayNode list = JSON.createArrayNode();
        boolean all = query.contains("state=all") && query.contains("since=");
        if (all && query.contains("&page=1")) {
            issues.forEach(i -> list.add(shown(i)));
        }
        return new Said(200, list);
    }

    private ObjectNode shown(Issue issue) {
        return JSON.createObjectNode()
                .put("number", issue.number)
                .put("html_url", address() + "/acme/incidents/issues/" + issue.number)
                .put("body", issue.text);
    }

    // webhook

    private Said hook(String key, JsonNode body) {
        Issue issue =
                byIdempotency.computeIfAbsent(
                        key,
                        k ->
                                body.path("event").asString().equals("open")
                                        ? add(
                                                body.path("title").asString(),
                                                body.path("text").asString(),
                                                body.path("id").asString())
                                        : issues.getFirst());
        if (!body.path("event").asString().equals("open")) {
            issue.comments.add(
                    body.path("event").asString() + " " + body.path("text").asString(""));
        }
        ObjectNode said = JSON.createObjectNode();
        said.putObject("data")
                .put("link", address() + "/t/" + issue.number)
                .put("name", "T" + issue.number);
        return new Said(200, said);
    }

    private Issue add(String title, String text, String label) {
        Issue issue = new Issue(issues.size() + 1, title, text, label);
        issues.add(issue);
        return issue;
    }

    private Optional<Issue> number(int number) {
        return issues.stream().filter(i -> i.number == number).findFirst();
    }

    private static Said error(int status, String words) {
        return new Said(status, JSON.createObjectNode().put("message", words));
    }

    private static void send(HttpExchange exchange, Said said) throws IOException {
        byte[] words = JSON.writeValueAsBytes(said.body());
        boolean none = said.status() == 204;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(said.status(), none ? -1 : words.length);
        if (!none) {
            exchange.getResponseBody().write(words);
        }
        exchange.close();
    }
}
