package io.muster.app.sandbox.state;

import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A file, from the promise of its bytes until it is deleted. Guarded by the team's lock. */
public final class StoredFile {
    private final String id;
    private final String name;
    private final long length;
    private final String owner;
    private final long created;
    private final Set<String> channels = new LinkedHashSet<>();
    private String title;
    private String alt = "";
    private byte[] content = {};
    private boolean uploaded;
    private boolean complete;
    private boolean deleted;

    StoredFile(String id, String name, long length, String owner, long created) {
        this.id = id;
        this.name = name;
        this.title = name;
        this.length = length;
        this.owner = owner;
        this.created = created;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** What a picture shows, for whoever cannot see it. */
    public String alt() {
        return alt;
    }

    public void describe(String text) {
        alt = text;
    }

    public String owner() {
        return owner;
    }

    public long length() {
        return length;
    }

    public byte[] content() {
        return Arrays.copyOf(content, content.length);
    }

    public boolean isUploaded() {
        return uploaded;
    }

    public boolean isComplete() {
        return complete;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public Set<String> channels() {
        return channels;
    }

    void content(byte[] bytes) {
        content = Arrays.copyOf(bytes, bytes.length);
        uploaded = true;
    }

    void complete(String newTitle) {
        title = newTitle.isEmpty() ? name : newTitle;
        complete = true;
    }

    void delete() {
        deleted = true;
        content = new byte[0];
    }

    public ObjectNode json(Team team) {
        if (deleted) {
            return Json.object().put("id", id).put("mode", "tombstone");
        }
        String path = team.address() + "files-pri/" + team.id() + "-" + id + "/";
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        ObjectNode json =
                Json.object()
                        .put("id", id)
                        .put("created", created)
                        .put("timestamp", created)
                        .put("name", name)
                        .put("title", title)
                        .put("mimetype", FileTypes.mime(name))
                        .put("filetype", FileTypes.extension(name))
                        .put("pretty_type", FileTypes.extension(name).toUpperCase(Locale.ROOT))
                        .put("user", owner)
                        .put("user_team", team.id())
                        .put("editable", false)
                        .put("size", content.length)
                        .put("mode", "hosted")
                        .put("is_external", false)
                        .put("external_type", "")
                        .put("is_public", true)
                        .put("public_url_shared", false)
                        .put("url_private", path + safe)
                        .put("url_private_download", path + "download/" + safe)
                        .put("permalink", team.address() + "files/" + owner + "/" + id + "/" + safe)
                        .put("has_rich_preview", false)
                        .put("alt_txt", alt)
                        .put("file_access", "visible");
        json.set("channels", Json.array(channels));
        return json;
    }
}
