package io.muster.app.cli;

import io.muster.app.Settings;
import io.muster.db.Archive;
import io.muster.db.DatabaseAddress;
import io.muster.db.server.EmbeddedServer;

import java.util.Optional;
import java.util.function.Function;

/**
 * The database of these settings, for verbs that look at it beside a Muster that may be running: an
 * embedded one that runs is used, one that does not is started for the while.
 */
final class Databases {
    private static final int FEW = 2;

    private Databases() {}

    static <T> T use(Settings settings, Function<DatabaseAddress, T> work) {
        Optional<DatabaseAddress> running =
                settings.database().or(() -> EmbeddedServer.running(settings.home()));
        if (running.isPresent()) {
            return work.apply(running.get());
        }
        try (EmbeddedServer server = EmbeddedServer.start(settings.home())) {
            return work.apply(server.address());
        }
    }

    static <T> T open(Settings settings, Function<Archive, T> work) {
        return use(
                settings,
                address -> {
                    try (Archive archive = Archive.open(address, FEW)) {
                        return work.apply(archive);
                    }
                });
    }
}
