package io.muster.app.sandbox;

import io.muster.app.sandbox.manifest.Manifest;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a sandbox is started with.
 *
 * @param workspace its name
 * @param seed who and what is there from the start
 * @param manifest the app's manifest; {@link Manifest#none()} grants everything
 * @param port of the Web API and the page; 0 takes a free one
 * @param socketPort of Socket Mode; 0 takes a free one
 * @param rateLimits how strictly rates are kept
 * @param now the clock of ts, triggers, rates, retries and deadlines
 * @param controls buttons in the page's top bar
 * @param shownClock the time that the page shows beside them
 * @param socketMode whether {@code apps.connections.open} opens connections
 * @param plan what the workspace pays for
 * @param welcome markdown on a card above an empty start of the page
 * @param suggestions commands offered there
 * @param patience how long, in real time, an answer is waited for when {@code now} stands still
 * @param botsMayUnarchive unverified in Slack, so off unless told otherwise
 */
public record SandboxOptions(
        String workspace,
        Seed seed,
        Manifest manifest,
        int port,
        int socketPort,
        RateLimits rateLimits,
        InstantSource now,
        List<Control> controls,
        Supplier<Instant> shownClock,
        boolean socketMode,
        Plan plan,
        Supplier<String> welcome,
        List<String> suggestions,
        Duration patience,
        boolean botsMayUnarchive) {

    public SandboxOptions {
        controls = List.copyOf(controls);
        suggestions = List.copyOf(suggestions);
    }

    public static SandboxOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Starts from a small, strict workspace on the real clock. */
    public static final class Builder {
        private String workspace = "Sandbox";
        private Seed seed = Seed.small();
        private Manifest manifest = Manifest.none();
        private int port;
        private int socketPort;
        private RateLimits rateLimits = RateLimits.strict();
        private InstantSource now = InstantSource.system();
        private List<Control> controls = List.of();
        private Supplier<Instant> shownClock = () -> now.instant();
        private boolean socketMode = true;
        private Plan plan = Plan.PAID;
        private Supplier<String> welcome = () -> "";
        private List<String> suggestions = List.of();
        private Duration patience = Duration.ofSeconds(20);
        private boolean botsMayUnarchive;

        private Builder() {}

        public Builder workspace(String name) {
            workspace = name;
            return this;
        }

        public Builder seed(Seed value) {
            seed = value;
            return this;
        }

        public Builder manifest(JsonNode parsed) {
            manifest = Manifest.of(parsed);
            return this;
        }

        /** A YAML or JSON file. */
        public Builder manifest(Path file) {
            manifest = Manifest.read(file);
            return this;
        }

        public Builder ports(int webApiAndPage, int socket) {
            port = webApiAndPage;
            socketPort = socket;
            return this;
        }

        public Builder rateLimits(RateLimits value) {
            rateLimits = value;
            return this;
        }

        public Builder now(InstantSource clock) {
            now = clock;
            return this;
        }

        public Builder controls(Control... value) {
            controls = List.of(value);
            return this;
        }

        public Builder shownClock(Supplier<Instant> value) {
            shownClock = value;
            return this;
        }

        public Builder socketMode(boolean on) {
            socketMode = on;
            return this;
        }

        public Builder plan(Plan value) {
            plan = value;
            return this;
        }

        public Builder welcome(String markdown) {
            return welcome(() -> markdown);
        }

        /** Words that are asked for each time the page is opened. */
        public Builder welcome(Supplier<String> markdown) {
            welcome = markdown;
            return this;
        }

        public Builder suggestions(String... commands) {
            suggestions = List.of(commands);
            return this;
        }

        public Builder patience(Duration value) {
            patience = value;
            return this;
        }

        public Builder botsMayUnarchive(boolean may) {
            botsMayUnarchive = may;
            return this;
        }

        public SandboxOptions build() {
            return new SandboxOptions(
                    workspace,
                    seed,
                    manifest,
                    port,
                    socketPort,
                    rateLimits,
                    now,
                    controls,
                    shownClock,
                    socketMode,
                    plan,
                    welcome,
                    suggestions,
                    patience,
                    botsMayUnarchive);
        }
    }
}
