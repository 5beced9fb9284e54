package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files in their three steps: promised, uploaded, completed. */
public final class Files {
    private final Team team;
    private final Map<String, StoredFile> byId = new HashMap<>();
    private final Map<String, String> uploads = new HashMap<>();

    Files(Team team) {
        this.team = team;
    }

    /** Reserves an id; the answer carries the secret path at which the bytes are awaited. */
    public StoredFile promise(Actor by, String name, long length) {
        StoredFile file =
                new StoredFile(team.ids().next("F"), name, length, by.userId(), team.seconds());
        byId.put(file.id(), file);
        uploads.put(team.ids().secret(32), file.id());
        return file;
    }

    public String uploadPath(StoredFile file) {
        return uploads.entrySet().stream()
                .filter(upload -> upload.getValue().equals(file.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** False when the path is unknown or used, or the number of bytes is not the promised one. */
    public boolean upload(String path, byte[] bytes) {
        StoredFile file = byId.get(uploads.getOrDefault(path, ""));
        if (file == null || file.isUploaded() || file.length() != bytes.length) {
            return false;
        }
        file.content(bytes);
        return true;
    }

    public StoredFile complete(String id, String title) {
        StoredFile file = find(id).orElseThrow(() -> new SlackError("file_not_found"));
        if (!file.isUploaded() || file.isComplete()) {
            throw new SlackError("file_not_found");
        }
        file.complete(title);
        return file;
    }

    public void share(StoredFile file, Conversation in, Actor by) {
        file.channels().add(in.id());
        team.events().fileShared(in, file.id(), by.userId());
    }

    public Optional<StoredFile> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(file -> !file.isDeleted());
    }

    public StoredFile get(String id) {
        StoredFile file = byId.get(id);
        if (file == null || !file.isComplete()) {
            throw new SlackError("file_not_found");
        }
        if (file.isDeleted()) {
            throw new SlackError("file_deleted");
        }
        return file;
    }

    /** Whoever sees a channel that the file was shared in, and its owner, may open it. */
    public boolean visible(StoredFile file, Actor to) {
        return file.owner().equals(to.userId())
                || file.channels().stream()
                        .flatMap(id -> team.conversations().find(id).stream())
                        .anyMatch(channel -> channel.has(to.userId()));
    }

    public void delete(Actor by, StoredFile file) {
        if (!file.owner().equals(by.userId())) {
            throw new SlackError("cant_delete_file");
        }
        file.delete();
        file.channels().forEach(id -> team.feed().touch(Feed.What.CHANNEL, "", id));
    }

    ArrayNode json(List<String> ids) {
        ArrayNode files = Json.array();
        ids.forEach(id ->
                Optional.ofNullable(byId.get(id)).ifPresent(file -> files.add(file.json(team))));
        return files;
    }

    /** A message shows its files as they are now. */
    ArrayNode refreshed(List<JsonNode> files) {
        return json(files.stream().map(file -> Json.text(file, "id")).toList());
    }
}
