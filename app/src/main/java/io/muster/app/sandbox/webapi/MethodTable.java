package io.muster.app.sandbox.webapi;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every method by name. */
final class MethodTable {
    private final Map<String, ApiMethod> methods = new HashMap<>();

    MethodTable(Supplier<Optional<URI>> socketUrl) {
        Stream.of(
                        AppMethods.all(socketUrl),
                        UserMethods.all(),
                        ConversationMethods.all(),
                        ConversationReads.all(),
                        HistoryMethods.all(),
                        ChatMethods.all(),
                        UnfurlMethods.all(),
                        ViewMethods.all(),
                        PinMethods.all(),
                        ReactionMethods.all(),
                        UsergroupMethods.all(),
                        FileMethods.all(),
                        CanvasMethods.all())
                .flatMap(List::stream)
                .forEach(method -> methods.put(method.name(), method));
    }

    Optional<ApiMethod> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }
}
