package io.muster.app.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.File;
import com.slack.api.model.Message;

import io.muster.app.slack.block.Shown;
import io.muster.core.PersonId;
import io.muster.db.delivery.Delivery;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes Bolt's payloads apart, and says by what each delivery is recognised if it comes again. */
final class Deliveries {
    private Deliveries() {}

    /** A trigger is used once, so it names its delivery; else the signed request itself does. */
    static Delivery of(Request<?> request, @Nullable String trigger) {
        String body = sha256(request.getRequestBodyAsString());
        String signature = request.getHeaders().getFirstValue("x-slack-signature");
        String fallback =
                signature == null
                        ? "body:" + body
                        : "signature:"
                                + sha256(
                                        request.getHeaders()
                                                        .getFirstValue("x-slack-request-timestamp")
                                                + signature);
        return new Delivery(
                trigger == null || trigger.isBlank() ? fallback : "trigger:" + sha256(trigger),
                fallback,
                body);
    }

    /** An event is named by its id. */
    static Delivered event(String eventId, String user) {
        return new Delivered(
                new PersonId(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event(eventId));
    }

    /** The same where nobody in particular did it. */
    static Delivery event(String eventId) {
        String key = "event:" + eventId;
        return new Delivery(key, key, "");
    }

    static Pressed pressed(BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        BlockActionPayload.Action action = payload.getActions().getFirst();
        String[] name = action.getActionId().split(":", 2);
        Delivered from =
                new Delivered(
                        new PersonId(payload.getUser().getId()),
                        Optional.ofNullable(payload.getChannel()).map(c -> c.getId()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.ofNullable(payload.getResponseUrl()),
                        of(request, payload.getTriggerId()));
        return new Pressed(from, name.length > 1 ? name[1] : "", values(action), view(payload));
    }

    static Pointed pointed(MessageShortcutRequest request) {
        MessageShortcutPayload payload = request.getPayload();
        Message message = payload.getMessage();
        Delivered from =
                new Delivered(
                        new PersonId(payload.getUser().getId()),
                        Optional.ofNullable(payload.getChannel()).map(c -> c.getId()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.ofNullable(payload.getResponseUrl()),
                        of(request, payload.getTriggerId()));
        List<Pointed.Attached> files =
                message.getFiles() == null
                        ? List.of()
                        : message.getFiles().stream().map(Deliveries::attached).toList();
        return new Pointed(
                from,
                payload.getChannel().getName() == null ? "" : payload.getChannel().getName(),
                payload.getMessageTs(),
                Optional.ofNullable(message.getThreadTs())
                        .filter(thread -> !thread.equals(payload.getMessageTs())),
                Optional.ofNullable(message.getUser()).map(PersonId::new),
                message.getText() == null ? "" : Typing.readable(message.getText()),
                files);
    }

    private static Pointed.Attached attached(File file) {
        return new Pointed.Attached(
                file.getId(),
                file.getName() == null ? "file" : file.getName(),
                file.getMimetype() == null ? "" : file.getMimetype(),
                file.getSize() == null ? 0 : file.getSize().longValue());
    }

    static Delivered called(GlobalShortcutRequest request) {
        GlobalShortcutPayload payload = request.getPayload();
        return new Delivered(
                new PersonId(payload.getUser().getId()),
                Optional.empty(),
                Optional.ofNullable(payload.getTriggerId()),
                Optional.empty(),
                of(request, payload.getTriggerId()));
    }

    static Submitted submitted(ViewSubmissionRequest request) {
        ViewSubmissionPayload payload = request.getPayload();
        Delivered from =
                new Delivered(
                        new PersonId(payload.getUser().getId()),
                        Optional.empty(),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.empty(),
                        of(request, payload.getTriggerId()));
        String metadata = payload.getView().getPrivateMetadata();
        var state = payload.getView().getState();
        String carried = metadata == null ? "" : metadata;
        return new Submitted(
                from,
                Shown.without(carried),
                Shown.in(carried),
                state == null || state.getValues() == null ? Map.of() : state.getValues());
    }

    private static List<String> values(BlockActionPayload.Action action) {
        if (action.getSelectedOptions() != null) {
            return action.getSelectedOptions().stream().map(o -> o.getValue()).toList();
        }
        if (action.getSelectedOption() != null) {
            return List.of(action.getSelectedOption().getValue());
        }
        if (action.getSelectedUser() != null) {
            return List.of(action.getSelectedUser());
        }
        return action.getValue() == null ? List.of() : List.of(action.getValue());
    }

    private static Optional<Pressed.ViewRef> view(BlockActionPayload payload) {
        return Optional.ofNullable(payload.getView())
                .map(v ->
                        new Pressed.ViewRef(
                                v.getId(),
                                v.getHash() == null ? "" : v.getHash(),
                                v.getPrivateMetadata() == null
                                        ? ""
                                        : Shown.without(v.getPrivateMetadata())));
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
