package io.muster.app.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Logs nothing below a warning, whatever the application configures, and looks often. */
final class QuietLogs implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
            // The SDK complains aloud when a link closes under an answer, which tests do on
            // purpose.
            root.getLoggerContext().getLogger("com.slack.api.bolt.socket_mode").setLevel(Level.OFF);
        }
    }
}
