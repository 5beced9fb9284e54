package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.limits.Tier;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;

/**
 * A method of the Web API. One of {@code scopes} must be granted; none asked when it is empty.
 * {@code takesJson}: whether a JSON body is read at all.
 */
record ApiMethod(
        String name,
        Tier tier,
        List<String> scopes,
        boolean takesJson,
        Token token,
        Function<Call, ObjectNode> action) {

    /** Which token a method wants. */
    enum Token {
        NONE,
        BOT,
        APP,
        EITHER
    }

    static ApiMethod write(
            String name, Tier tier, String scopes, Function<Call, ObjectNode> action) {
        return new ApiMethod(name, tier, list(scopes), true, Token.BOT, action);
    }

    /** A method that reads its arguments from a form or the query only. */
    static ApiMethod read(
            String name, Tier tier, String scopes, Function<Call, ObjectNode> action) {
        return new ApiMethod(name, tier, list(scopes), false, Token.BOT, action);
    }

    ApiMethod with(Token other) {
        return new ApiMethod(name, tier, scopes, takesJson, other, action);
    }

    private static List<String> list(String scopes) {
        return scopes.isEmpty() ? List.of() : List.of(scopes.split(","));
    }
}
