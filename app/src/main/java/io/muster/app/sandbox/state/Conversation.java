package io.muster.app.sandbox.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A channel, public or private, or a direct conversation of two. Guarded by the team's lock. */
public final class Conversation {
    /** How a conversation is seen. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        IM
    }

    private final String id;
    private final String creator;
    private final long created;
    private final Set<String> members = new LinkedHashSet<>();
    private final NavigableMap<String, Post> posts = new TreeMap<>();
    private final Map<String, List<Post>> ephemerals = new HashMap<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final List<String> previousNames = new ArrayList<>();
    private final Map<String, String> lastRead = new HashMap<>();
    private Kind kind;
    private String name;
    private boolean general;
    private boolean archived;
    private boolean shared;
    private Note topic = Note.NONE;
    private Note purpose = Note.NONE;
    private String canvasId = "";
    private long lastMicros;

    Conversation(String id, Kind kind, String name, String creator, long created) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.creator = creator;
        this.created = created;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    public boolean isIm() {
        return kind == Kind.IM;
    }

    public String name() {
        return name;
    }

    public String creator() {
        return creator;
    }

    public long created() {
        return created;
    }

    public boolean isGeneral() {
        return general;
    }

    /** Another organisation is in it as well. */
    public boolean isShared() {
        return shared;
    }

    public void share() {
        shared = true;
    }

    public boolean isArchived() {
        return archived;
    }

    public Note topic() {
        return topic;
    }

    public Note purpose() {
        return purpose;
    }

    public List<String> previousNames() {
        return List.copyOf(previousNames);
    }

    public Set<String> members() {
        return members;
    }

    public boolean has(String userId) {
        return members.contains(userId);
    }

    /** In a direct conversation: the one who is not the given user. */
    public String partnerOf(String userId) {
        return members.stream().filter(member -> !member.equals(userId)).findFirst().orElse(userId);
    }

    public Optional<Post> post(String ts) {
        return Optional.ofNullable(posts.get(ts));
    }

    /** Every message that stands here, oldest first, replies among them. */
    public List<Post> posts() {
        return List.copyOf(posts.values());
    }

    /** What was said since, oldest first. */
    public Collection<Post> postsAfter(String ts) {
        return posts.tailMap(ts, false).values();
    }

    public List<Post> repliesTo(String ts) {
        return postsAfter(ts).stream().filter(post -> post.isReplyTo(ts)).toList();
    }

    public List<Post> ephemeralsFor(String userId) {
        return List.copyOf(ephemerals.getOrDefault(userId, List.of()));
    }

    public List<Pin> pins() {
        return pins;
    }

    public List<Bookmark> bookmarks() {
        return bookmarks;
    }

    public Optional<String> canvasId() {
        return canvasId.isEmpty() ? Optional.empty() : Optional.of(canvasId);
    }

    public String lastRead(String userId) {
        return lastRead.getOrDefault(userId, "0000000000.000000");
    }

    void read(String userId, String ts) {
        lastRead.put(userId, ts);
    }

    void put(Post post) {
        posts.put(post.ts(), post);
    }

    void drop(String ts) {
        posts.remove(ts);
    }

    void whisper(String userId, Post post) {
        ephemerals.computeIfAbsent(userId, anyone -> new ArrayList<>()).add(post);
    }

    void unwhisper(String userId, String ts) {
        ephemerals
                .computeIfAbsent(userId, anyone -> new ArrayList<>())
                .removeIf(post -> post.ts().equals(ts));
    }

    void rename(String newName) {
        previousNames.add(name);
        name = newName;
    }

    void close() {
        kind = Kind.PRIVATE;
    }

    void archived(boolean now) {
        archived = now;
    }

    void general(boolean now) {
        general = now;
    }

    void topic(Note note) {
        topic = note;
    }

    void purpose(Note note) {
        purpose = note;
    }

    void canvas(String canvas) {
        canvasId = canvas;
    }

    /** Never the same here twice; the same ts may well stand in another channel. */
    String nextTs(long nowMicros) {
        lastMicros = Math.max(nowMicros, lastMicros + 100);
        return Ts.ofMicros(lastMicros);
    }
}
