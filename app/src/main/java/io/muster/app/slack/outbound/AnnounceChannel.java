package io.muster.app.slack.outbound;

import com.google.gson.JsonObject;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.conversations.ConversationsCreateRequest;
import com.slack.api.methods.request.conversations.ConversationsJoinRequest;

import io.muster.db.Archive;
import io.muster.db.outbox.OutboxItem;
import io.muster.db.outbox.SlackMemory;

import java.time.Duration;
import java.util.Optional;

/**
 * The channel where incidents are announced. Its name is a setting, its id is learnt when it is
 * first used; if it does not exist it is made, if we are not in it we join.
 */
final class AnnounceChannel {
    private final SlackCaller caller;
    private final Archive archive;
    private final SlackMemory memory;
    private final String name;

    AnnounceChannel(SlackCaller caller, Archive archive, SlackMemory memory, String name) {
        this.caller = caller;
        this.archive = archive;
        this.memory = memory;
        this.name = name;
    }

    /**
     * Where to post: the id if it is known, else the name, which Slack accepts for public channels.
     */
    String address() {
        return known().orElse(isId() ? name : "#" + name);
    }

    /** Whether the address is an id, so that its history can be read. */
    boolean isResolved() {
        return isId() || known().isPresent();
    }

    /** Remembers what Slack returned. */
    void learn(String id) {
        if (!isId() && known().filter(id::equals).isEmpty()) {
            archive.run(tx -> memory.learn(tx, fact(), id));
        }
    }

    /**
     * Makes the channel, or finds and joins it, after a post was refused.
     *
     * @return done, and the post can be tried again; or why not
     */
    Deed find(OutboxItem item) {
        if (isId()) {
            return join(item, name);
        }
        ConversationsCreateRequest request =
                ConversationsCreateRequest.builder().name(name).isPrivate(false).build();
        return caller.call(
                item,
                "conversations.create",
                RequestFormBuilder.toForm(request),
                ok -> {
                    ok.text("channel", "id").ifPresent(this::learn);
                    return Deed.done();
                },
                no -> no.error().equals("name_taken") ? joinByName(item) : unusable(no));
    }

    private Deed joinByName(OutboxItem item) {
        return switch (ChannelSearch.find(
                caller, c -> ChannelSearch.text(c, "name").equals(name))) {
            case ChannelSearch.Sought.Found(JsonObject channel) ->
                    join(item, ChannelSearch.text(channel, "id"));
            case ChannelSearch.Sought.NotThere ignored ->
                    new Deed.Hopeless(
                            "#"
                                    + name
                                    + " exists, but Muster cannot see it: it may be private or"
                                    + " archived. Invite the app there, or set"
                                    + " MUSTER_ANNOUNCE_CHANNEL.");
            case ChannelSearch.Sought.NotNow(Duration pause) ->
                    new Deed.Later(pause, "looking for #" + name);
        };
    }

    private Deed join(OutboxItem item, String id) {
        ConversationsJoinRequest request = ConversationsJoinRequest.builder().channel(id).build();
        return caller.call(
                item,
                "conversations.join",
                RequestFormBuilder.toForm(request),
                ok -> {
                    learn(id);
                    return Deed.done();
                },
                this::unusable);
    }

    private Deed unusable(SlackAnswer.No no) {
        return new Deed.Hopeless("#" + name + " cannot be used: " + SlackCaller.reason(no));
    }

    private Optional<String> known() {
        return archive.transact(tx -> memory.fact(tx, fact()));
    }

    private String fact() {
        return "announce-channel:" + name;
    }

    private boolean isId() {
        return name.matches("[CG][A-Z0-9]{8,}");
    }
}
