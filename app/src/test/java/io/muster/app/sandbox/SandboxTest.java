package io.muster.app.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fresh sandbox with a clock turned by hand. */
@ExtendWith(QuietLogs.class)
abstract class SandboxTest {
    final HandClock clock = new HandClock();
    SlackSandbox sandbox;
    Api api;

    @BeforeEach
    final void start() {
        sandbox = SlackSandbox.start(options(SandboxOptions.builder().now(clock)).build());
        api = new Api(sandbox);
    }

    @AfterEach
    final void stop() {
        sandbox.close();
    }

    SandboxOptions.Builder options(SandboxOptions.Builder usual) {
        return usual.rateLimits(RateLimits.off());
    }

    Person ana() {
        return sandbox.workspace().person("ana");
    }

    Person ben() {
        return sandbox.workspace().person("ben");
    }

    Channel general() {
        return sandbox.workspace().channel("general");
    }

    /** A channel that the app made, with Ana and Ben in it. */
    Channel room(String name) {
        String id =
                api.ok("conversations.create", "name", name).path("channel").path("id").asString();
        api.ok("conversations.invite", "channel", id, "users", ana().id() + "," + ben().id());
        return sandbox.workspace().channel(name);
    }
}
