package io.muster.app.web;

import io.muster.app.Secret;
import io.muster.app.desk.DutyDesk;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Rotations;

import java.util.Optional;
import java.util.function.Function;

/** The calendars of those rotations whose token is set. */
public final class OnCallRoutes {
    private OnCallRoutes() {}

    /**
     * Adds them.
     *
     * @param environment the value of an environment variable, if it has one
     */
    public static WebServer.Routes add(
            WebServer.Routes routes,
            Rotations rotations,
            DutyDesk desk,
            Function<String, Optional<String>> environment) {
        for (Rotation rotation : rotations.all().values()) {
            rotation.feed()
                    .flatMap(environment)
                    .filter(token -> !token.isBlank())
                    .ifPresent(token ->
                            routes.get(
                                    OnCallRoute.path(rotation),
                                    new OnCallRoute(rotation, new Secret(token.strip()), desk)));
        }
        return routes;
    }
}
