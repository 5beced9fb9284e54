package io.muster.app.sandbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox with a bot behind it. */
abstract class AppTest extends SandboxTest {
    FakeApp app;

    @BeforeEach
    final void startApp() {
        app = new FakeApp(sandbox);
    }

    @AfterEach
    final void stopApp() {
        app.close();
    }
}
