package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.demo.DemoTeam;
import io.muster.app.policy.PolicyFiles;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Knock;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.RateLimits;
import io.muster.app.sandbox.SandboxOptions;
import io.muster.app.sandbox.SlackSandbox;
import io.muster.db.Archive;
import io.muster.db.DatabaseAddress;
import io.muster.db.time.DatabaseClock;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The process is killed at random points of the story, again and again, and started again. What
 * stands in Slack afterwards must be what stands there when nothing goes wrong: nothing lost,
 * nothing said twice.
 */
class KillStory {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SEED = 20_261_121;

    @Test
    void killed_again_and_again_nothing_is_lost_and_nothing_is_doubled() {
        new Life(SEED).untilKilled(6);
    }

    @Test
    @Tag("long")
    void killed_fifty_times_nothing_is_lost_and_nothing_is_doubled() {
        new Life(SEED + 1).untilKilled(50);
    }

    /** One workspace, one database, one Muster after the other. */
    private static final class Life {
        private final Random random;
        private final DatabaseAddress database = TestPostgres.database();
        private final int port = freePort();
        private final Map<String, String> environment = new HashMap<>();
        private final AtomicInteger kills = new AtomicInteger();
        private final SlackSandbox sandbox =
                SlackSandbox.start(
                        SandboxOptions.builder()
                                .seed(DemoTeam.seed())
                                .manifest(Path.of("..", "manifest.yml"))
                                .rateLimits(RateLimits.off())
                                .socketMode(false)
                                .build());

        Life(long seed) {
            this.random = new Random(seed);
            environment.put("SLACK_BOT_TOKEN", sandbox.botToken());
            environment.put("SLACK_SIGNING_SECRET", sandbox.signingSecret());
            environment.put("SLACK_API_URL", sandbox.webApi().toString());
            environment.put("MUSTER_PORT", String.valueOf(port));
            environment.put("MUSTER_DATABASE_URL", database.url());
            environment.put("MUSTER_CLOCK", "adjustable");
            environment.put("MUSTER_TEAM", team().toString());
        }

        void untilKilled(int times) {
            try (sandbox;
                    Archive archive = Archive.open(database, 2)) {
                sandbox.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
                DatabaseClock clock = new DatabaseClock(archive);
                List<String> undisturbed;
                try (Child child = Child.run(environment, "serve").ready()) {
                    everybodyIsFound();
                    undisturbed = new Tale(1, clock).tell();
                    child.kill();
                }
                int number = 1;
                while (kills.get() < times) {
                    number++;
                    List<String> disturbed = whileBeingKilled(new Tale(number, clock)::tell, times);
                    assertThat(disturbed)
                            .as("what INC-%s left in Slack, after %s kills", number, kills.get())
                            .containsExactlyInAnyOrderElementsOf(undisturbed);
                }
                assertVerified();
                assertThat(sandbox.violations()).as("breaches of Slack's rules").isEmpty();
                System.out.println(
                        "Killed "
                                + kills.get()
                                + " times in "
                                + (number - 1)
                                + " incidents: nothing lost, nothing doubled");
            }
        }

        private void assertVerified() {
            try (Child verify = Child.run(environment, "verify")) {
                assertThat(verify.ended(PATIENCE)).as(verify.said()).isZero();
                assertThat(verify.said()).contains("Intact: ");
            }
        }

        private List<String> whileBeingKilled(Callable<List<String>> tale, int times) {
            AtomicBoolean over = new AtomicBoolean();
            Thread killer = Thread.ofPlatform().start(() -> killUntil(over, times));
            try {
                return tale.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                over.set(true);
                join(killer);
            }
        }

        /** Most kills fall into the work, some into the start. */
        private void killUntil(AtomicBoolean over, int times) {
            while (!over.get()) {
                try (Child child = Child.run(environment, "serve")) {
                    if (random.nextInt(5) > 0) {
                        child.ready();
                    }
                    pause(over, kills.get() < times ? random.nextInt(2_500) : 600_000);
                    child.kill();
                    if (!over.get()) {
                        kills.incrementAndGet();
                    }
                }
            }
        }

        private static void pause(AtomicBoolean over, int millis) {
            long end = System.nanoTime() + millis * 1_000_000L;
            while (!over.get() && System.nanoTime() < end) {
                LockSupport.parkNanos(5_000_000);
            }
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void everybodyIsFound() {
            await(
                    "everyone in the team file is found",
                    () ->
                            TestDatabase.number(
                                            database,
                                            "select count(*) from slack_fact where name like 'person:%'")
                                    >= DemoTeam.seed().people().size());
        }

        private Path team() {
            try {
                Path team = Files.createTempFile("team", ".yml");
                return Files.writeString(
                        team,
                        DemoTeam.file(
                                PolicyFiles.load("featuresignals")
                                        .reading()
                                        .ifSound()
                                        .orElseThrow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** From the declaration to the closed file; each step waits for what it must bring. */
        private final class Tale {
            private final int number;
            private final DatabaseClock clock;
            private final Map<String, Integer> earlierMessages = new HashMap<>();

            Tale(int number, DatabaseClock clock) {
                this.number = number;
                this.clock = clock;
                for (Person person : sandbox.workspace().people()) {
                    earlierMessages.put(person.handle(), person.directMessages().size());
                }
            }

            List<String> tell() {
                Channel general = sandbox.workspace().channel("general");
                types("ana", general, "declare P0 Killed at " + number);
                String name = "inc-" + number + "-killed-at-" + number;
                await("#" + name, () -> sandbox.workspace().findChannel(name).isPresent());
                Channel room = sandbox.workspace().channel(name);
                await("its card", () -> !room.pins().isEmpty());
                hears("cleo", "You are called as");
                types("ana", room, "ack");
                types("ana", room, "phase containment start");
                types("ana", room, "phase investigation start");
                String dora = sandbox.workspace().person("dora").id();
                types("ana", room, "assign comms <@" + dora + "|dora>");
                says(room, "@Dora Quinn is now Communications lead");
                types("ana", room, "note first look");
                clock.advance(Duration.ofMinutes(61));
                says(room, "Reminder: Status update");
                clock.advance(Duration.ofMinutes(10));
                says(room, "Escalation: Status update");
                hears("cleo", "Escalation: Status update");
                types("ana", room, "update it is the database");
                types("ana", room, "phase containment done because");
                types("cleo", room, "resolve a full disk");
                says(room, "Resolved by");
                clock.advance(Duration.ofHours(25));
                says(room, "has been stable long enough");
                types("cleo", room, "close");
                says(room, "Closed by");
                await(
                        "nothing is on its way any more",
                        () ->
                                TestDatabase.due(database) == 0
                                        && TestDatabase.waiting(database) == 0
                                        && TestDatabase.number(
                                                        database,
                                                        "select count(*) from outbox where state ="
                                                                + " 'parked'")
                                                == 0);
                return seen(room);
            }

            private void types(String handle, Channel where, String words) {
                Knock knock =
                        sandbox.inbound()
                                .command(
                                        sandbox.workspace().person(handle),
                                        where,
                                        "/incident",
                                        words);
                await("an answer to “" + words + "”", () -> knock.send().status() == 200);
            }

            private void says(Channel room, String words) {
                await(
                        "“" + words + "” in #" + room.name(),
                        () ->
                                room.messages().stream()
                                        .anyMatch(m -> m.plainText().contains(words)));
            }

            /**
             * Waits until somebody heard it in person. What is answered before it was sent is not
             * sent at all, and messages to a person leave one by one, those about earlier incidents
             * first: so whoever answers as soon as the channel has it may be too quick for them.
             */
            private void hears(String handle, String words) {
                Person person = sandbox.workspace().person(handle);
                await(
                        "“" + words + "” to " + handle + " about INC-" + number,
                        () -> told(person).anyMatch(m -> m.plainText().contains(words)));
            }

            /** What somebody was told in person about this incident. */
            private Stream<Message> told(Person person) {
                List<Message> told = person.directMessages();
                return told
                        .subList(earlierMessages.getOrDefault(person.handle(), 0), told.size())
                        .stream()
                        .filter(m -> m.plainText().matches("(?is).*inc-" + number + "\\b.*"));
            }

            /** Everything that was said about it anywhere, without what differs by nature. */
            private List<String> seen(Channel room) {
                List<String> seen = new ArrayList<>();
                // How many topics were skipped over depends on how fast they came; the last counts.
                room.messages().stream()
                        .filter(m -> !m.plainText().contains("set the channel topic"))
                        .forEach(m -> seen.add("room: " + words(m)));
                room.members().stream().map(id -> "member: " + id).forEach(seen::add);
                seen.add("topic: " + words(room.topic()));
                sandbox.workspace().channel("incidents").messages().stream()
                        .filter(m -> m.plainText().contains(room.name()))
                        .forEach(m -> seen.add("announced: " + words(m)));
                for (Person person : sandbox.workspace().people()) {
                    told(person)
                            .forEach(m -> seen.add("told " + person.handle() + ": " + words(m)));
                }
                Collections.sort(seen);
                return seen;
            }

            private String words(Message message) {
                return words(message.plainText()) + " " + message.buttons();
            }

            private String words(String text) {
                return text.replaceAll("(?i)(inc-|killed.at.)" + number + "\\b", "$1N")
                        .replaceAll("\\d+ (s|min|h|d)\\b", "#")
                        .replaceAll("(# ?)+", "#")
                        .replaceAll("\\d{1,2}:\\d{2}( [AP]M)?", "@")
                        .replaceAll(
                                "(today|tomorrow|yesterday|[A-Z][a-z]{2,8} \\d+(st|nd|rd|th)?)(, \\d{4})?",
                                "&")
                        .replaceAll("C[A-Z0-9]{6,}", "C");
            }
        }

        private static void await(String what, Callable<Boolean> isTrue) {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(isTrue);
        }
    }
}
