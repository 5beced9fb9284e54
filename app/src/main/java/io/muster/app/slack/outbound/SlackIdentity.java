package io.muster.app.slack.outbound;

import io.muster.core.PersonId;
import io.muster.db.Archive;
import io.muster.db.outbox.SlackMemory;

import okhttp3.FormBody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/**
 * Who we are in Slack: our bot user and our workspace. Asked once, kept in the database, so that a
 * start while Slack is down works with what was known.
 */
public final class SlackIdentity implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackIdentity.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    /**
     * @param url of the workspace, ending with a slash; empty if Slack did not say
     * @param enterprise the organisation that the workspace belongs to; empty if to none
     */
    public record Known(String botUser, String team, String url, String enterprise) {}

    private final SlackClient client;
    private final Archive archive;
    private final SlackMemory memory;
    private volatile Optional<Known> known;
    private final Thread asking;

    /** Starts asking; returns at once. */
    public SlackIdentity(SlackClient client, Archive archive, SlackMemory memory) {
        this.client = client;
        this.archive = archive;
        this.memory = memory;
        this.known = recall();
        this.asking = Thread.ofVirtual().name("slack-identity").start(this::askUntilAnswered);
    }

    /** Who we are, as far as it is known. */
    public Optional<Known> known() {
        return known;
    }

    /**
     * Whether a request is from our workspace. Before Slack has ever told us which one that is,
     * every request that is signed with our secret counts as ours.
     */
    public boolean isOurs(Optional<String> team) {
        return known.map(Known::team)
                .filter(ours -> !ours.isBlank())
                .flatMap(ours -> team.map(ours::equals))
                .orElse(true);
    }

    /** The organisation that our workspace belongs to, if it belongs to one. */
    Optional<String> enterprise() {
        return known.map(Known::enterprise).filter(id -> !id.isBlank());
    }

    /** The address of our workspace, ending with a slash; empty while it is not known. */
    public String workspace() {
        return known.map(Known::url).orElse("");
    }

    /** Whether this person is our own bot. */
    public boolean isUs(PersonId person) {
        return known.filter(us -> us.botUser().equals(person.value())).isPresent();
    }

    @Override
    public void close() {
        asking.interrupt();
    }

    private void askUntilAnswered() {
        while (!Thread.currentThread().isInterrupted()) {
            switch (client.call("auth.test", new FormBody.Builder())) {
                case SlackAnswer.Ok ok -> {
                    learn(ok);
                    return;
                }
                case SlackAnswer.No no ->
                        LOG.error(
                                "Slack refuses the bot token: {}. Install the app again and set"
                                        + " SLACK_BOT_TOKEN; Muster keeps trying",
                                no.error());
                case SlackAnswer.Slower ignored -> LOG.info("Slack asks to wait before auth.test");
                case SlackAnswer.Unreachable u -> LOG.warn("{}; Muster keeps trying", u.reason());
                case SlackAnswer.Lost lost -> LOG.warn("{}; Muster keeps trying", lost.reason());
            }
            try {
                Thread.sleep(RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void learn(SlackAnswer.Ok ok) {
        Known now =
                new Known(
                        ok.text("user_id").orElse(""),
                        ok.text("team_id").orElse(""),
                        ok.text("url").orElse(""),
                        ok.text("enterprise_id").orElse(""));
        known = Optional.of(now);
        archive.run(tx -> {
            memory.learn(tx, "bot-user", now.botUser());
            memory.learn(tx, "team", now.team());
            memory.learn(tx, "url", now.url());
            memory.learn(tx, "enterprise", now.enterprise());
        });
        LOG.info("Connected to the workspace {} as {}", now.team(), now.botUser());
    }

    private Optional<Known> recall() {
        return archive.transact(tx ->
                memory.fact(tx, "team")
                        .map(team ->
                                new Known(
                                        memory.fact(tx, "bot-user").orElse(""),
                                        team,
                                        memory.fact(tx, "url").orElse(""),
                                        memory.fact(tx, "enterprise").orElse(""))));
    }
}
