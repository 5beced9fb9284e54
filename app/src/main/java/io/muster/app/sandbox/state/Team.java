package io.muster.app.sandbox.state;

import io.muster.app.sandbox.manifest.Manifest;
import io.muster.app.sandbox.text.Names;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One workspace with one app installed. Everything inside is read and changed under its lock, in
 * short turns: {@link #turn}. What happened meanwhile is told when the lock is free again.
 */
public final class Team {
    /** What a workspace starts from. */
    public record Setup(
            String name, InstantSource clock, Manifest manifest, boolean paidPlan, Caps caps) {}

    private static final User SLACKBOT =
            new User(
                    "USLACKBOT",
                    "slackbot",
                    "Slackbot",
                    "",
                    "",
                    ZoneId.of("UTC"),
                    "757575",
                    User.Standing.SLACKBOT,
                    false);

    private final Setup setup;
    private final ReentrantLock lock = new ReentrantLock();
    private final Ids ids = new Ids();
    private final Feed feed = new Feed();
    private final Violations violations = new Violations();
    private final Installation app;
    private final String id = ids.next("T");
    private final Users users;
    private final Usergroups usergroups;
    private final Conversations conversations;
    private final ConversationLife life;
    private final Membership membership;
    private final Messages messages;
    private final Notifications notifications;
    private final Reactions reactions;
    private final Pins pins;
    private final Bookmarks bookmarks;
    private final Files files;
    private final Canvases canvases;
    private final Views views;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Scheduled scheduled;
    private final Events events;
    private volatile URI address = URI.create("http://127.0.0.1/");

    public Team(Setup setup) {
        this.setup = setup;
        this.users = new Users(this);
        this.app = new Installation(ids, setup.manifest());
        this.events = new Events(this);
        this.usergroups = new Usergroups(this);
        this.conversations = new Conversations(this);
        this.life = new ConversationLife(this);
        this.membership = new Membership(this);
        this.notifications = new Notifications(this);
        this.messages = new Messages(this);
        this.reactions = new Reactions(this);
        this.pins = new Pins(this);
        this.bookmarks = new Bookmarks(this);
        this.files = new Files(this);
        this.canvases = new Canvases(this);
        this.views = new Views(this);
        this.triggers = new Triggers(this);
        this.responseUrls = new ResponseUrls(this);
        this.scheduled = new Scheduled(this);
        users.add(SLACKBOT);
        users.add(app.botUser());
    }

    /** Takes the lock, does something short, and tells what came of it. */
    public <T> T turn(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            boolean last = lock.getHoldCount() == 1;
            lock.unlock();
            if (last) {
                feed.tell();
            }
        }
    }

    public void turn(Runnable work) {
        turn(() -> {
            work.run();
            return true;
        });
    }

    public String id() {
        return id;
    }

    public String name() {
        return setup.name();
    }

    public String domain() {
        String letters = setup.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return letters.replaceAll("^-|-$", "");
    }

    public Instant now() {
        return setup.clock().instant();
    }

    public long seconds() {
        return now().getEpochSecond();
    }

    /** Where the sandbox is served; links to messages and files start with it. */
    public URI address() {
        return address;
    }

    public void address(URI uri) {
        address = uri;
    }

    public Manifest manifest() {
        return setup.manifest();
    }

    public boolean paidPlan() {
        return setup.paidPlan();
    }

    public Caps caps() {
        return setup.caps();
    }

    public Installation app() {
        return app;
    }

    /** The app as one who acts. */
    public Actor bot() {
        return new Actor(app.botUser().id(), true);
    }

    public Ids ids() {
        return ids;
    }

    public Feed feed() {
        return feed;
    }

    public Violations violations() {
        return violations;
    }

    public Users users() {
        return users;
    }

    public Usergroups usergroups() {
        return usergroups;
    }

    public Conversations conversations() {
        return conversations;
    }

    public ConversationLife life() {
        return life;
    }

    public Membership membership() {
        return membership;
    }

    public Messages messages() {
        return messages;
    }

    public Notifications notifications() {
        return notifications;
    }

    public Reactions reactions() {
        return reactions;
    }

    public Pins pins() {
        return pins;
    }

    public Bookmarks bookmarks() {
        return bookmarks;
    }

    public Files files() {
        return files;
    }

    public Canvases canvases() {
        return canvases;
    }

    public Views views() {
        return views;
    }

    public Triggers triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    public Scheduled scheduled() {
        return scheduled;
    }

    public Events events() {
        return events;
    }

    /** What ids are called, for texts. */
    public Names names() {
        return new Names() {
            @Override
            public String user(String userId) {
                return users.find(userId).map(User::realName).orElse(userId);
            }

            @Override
            public String channel(String channelId) {
                return conversations.find(channelId).map(Conversation::name).orElse(channelId);
            }

            @Override
            public String usergroup(String groupId) {
                return usergroups.find(groupId).map(Usergroup::handle).orElse(groupId);
            }
        };
    }
}
