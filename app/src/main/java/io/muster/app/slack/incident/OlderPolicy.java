package io.muster.app.slack.incident;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.policy.Policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells people that an incident keeps the policy that it was opened under. */
final class OlderPolicy {
    private OlderPolicy() {}

    /** Which version this incident keeps; empty if it is the one in force. */
    static Optional<String> note(IncidentView view, Policy current) {
        Policy kept = view.policy();
        if (kept.version().equals(current.version())) {
            return Optional.empty();
        }
        return Optional.of(
                view.incident().id()
                        + " keeps the policy that it was opened under ("
                        + name(kept)
                        + "). What is in force now ("
                        + name(current)
                        + ") holds for new incidents.");
    }

    /** The same below a message, in small print. */
    static Message below(Message message, IncidentView view, Policy current) {
        return note(view, current)
                .map(note -> {
                    List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
                    blocks.add(Shapes.context(note));
                    return new Message(message.text() + "\n" + note, blocks);
                })
                .orElse(message);
    }

    /** The same below an answer in words. */
    static String below(String words, IncidentView view, Policy current) {
        return note(view, current).map(note -> words + "\n" + note).orElse(words);
    }

    /** Two texts may bear the same number, so the fingerprint stands beside it. */
    private static String name(Policy policy) {
        return Mrkdwn.escape(policy.document().id())
                + " version "
                + Mrkdwn.escape(policy.document().version())
                + ", `"
                + policy.version().fingerprint()
                + "`";
    }
}
