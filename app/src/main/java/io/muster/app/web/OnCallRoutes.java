package io.muster.app.web;

import io.muster.app.SecretVariables;
import io.muster.app.desk.DutyDesk;
import io.muster.core.roster.Rotation;
import io.muster.core.roster.Rotations;

/** The calendars of those rotations whose token is set. */
public final class OnCallRoutes {
    private OnCallRoutes() {}

    /**
     * Adds them.
     *
     * @param variables where the tokens stand
     */
    public static WebServer.Routes add(
            WebServer.Routes routes,
            Rotations rotations,
            DutyDesk desk,
            SecretVariables variables) {
        for (Rotation rotation : rotations.all().values()) {
            rotation.feed()
                    .flatMap(variables::find)
                    .ifPresent(token ->
                            routes.get(
                                    OnCallRoute.path(rotation),
                                    new OnCallRoute(rotation, token, desk)));
        }
        return routes;
    }
}
