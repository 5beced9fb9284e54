package io.muster.app.sandbox.state;

/** Who does something: a person in the client, or the app through its bot user. */
public record Actor(String userId, boolean isApp) {
    public static Actor person(User user) {
        return new Actor(user.id(), false);
    }
}
