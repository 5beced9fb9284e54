package io.muster.app.slack.oncall;

import com.slack.api.model.block.LayoutBlock;

import io.muster.app.desk.DutyDesk;
import io.muster.app.slack.block.Shapes;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;

import java.time.Duration;
import java.util.List;

/** Who is on call, for the Home. */
public final class HomeOnCall {
    private static final int SHOWN = 20;

    private HomeOnCall() {}

    /** One line a role, what will be missing, and the way to change it. */
    public static List<LayoutBlock> blocks(DutyDesk.Seen seen, Policy policy) {
        OnCallLines lines = new OnCallLines(seen);
        List<Role> held =
                policy.roles().stream()
                        .filter(role -> seen.plan().roles().contains(role.name()))
                        .toList();
        StringBuilder text = new StringBuilder("*On call now*");
        held.stream().limit(SHOWN).forEach(role -> text.append("\n• ").append(lines.line(role)));
        if (held.size() > SHOWN) {
            text.append("\n… and ").append(held.size() - SHOWN).append(" more");
        }
        if (held.isEmpty()) {
            text.append("\nNobody: no team file is set.");
        }
        List<String> gaps =
                held.stream()
                        .filter(role -> seen.plan().team().rotations().of(role.name()).isPresent())
                        .filter(role -> lines.gap(role.name()).compareTo(Duration.ZERO) > 0)
                        .map(Role::title)
                        .toList();
        if (!gaps.isEmpty()) {
            text.append("\n⚠️ Within 30 days nobody is on call at times as: ")
                    .append(io.muster.app.slack.block.Mrkdwn.escape(String.join(", ", gaps)));
        }
        return List.of(
                Shapes.section(text.toString()),
                Shapes.actions(
                        "home-oncall",
                        List.of(
                                Shapes.button(
                                        "See who is on call", OnCallConversation.SHEET, "home"))));
    }
}
