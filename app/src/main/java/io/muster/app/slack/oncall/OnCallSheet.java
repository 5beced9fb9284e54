package io.muster.app.slack.oncall;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.DutyDesk;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.roster.DutyOverride;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who is on call, on one sheet: in a message for whoever asks, or in a modal. */
final class OnCallSheet {
    private static final int ROLES = 24;
    private static final int OVERRIDES = 10;

    private final DutyDesk.Seen seen;
    private final Policy policy;
    private final OnCallLines lines;

    OnCallSheet(DutyDesk.Seen seen, Policy policy) {
        this.seen = seen;
        this.policy = policy;
        this.lines = new OnCallLines(seen);
    }

    View view(PersonId reader) {
        return Forms.sheet("oncall", "On call", "", blocks(reader));
    }

    Message message(PersonId reader) {
        List<LayoutBlock> blocks = blocks(reader);
        String text =
                blocks.stream()
                        .filter(SectionBlock.class::isInstance)
                        .map(b -> ((SectionBlock) b).getText().getText())
                        .collect(Collectors.joining("\n"));
        return new Message(text, blocks);
    }

    /** The roles that somebody holds; a role that nobody holds at all is shown with the others. */
    private List<Role> held() {
        return policy.roles().stream()
                .filter(role -> !role.audience())
                .filter(role -> seen.plan().roles().contains(role.name()))
                .toList();
    }

    List<LayoutBlock> blocks(PersonId reader) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<Role> roles = held();
        blocks.add(Shapes.header("On call now"));
        if (roles.isEmpty()) {
            blocks.add(
                    Shapes.section(
                            "Nobody: no team file is set, or it gives nobody a role of the policy."));
        }
        roles.stream().limit(ROLES).forEach(role -> blocks.add(role(role, reader)));
        if (roles.size() > ROLES) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (roles.size() - ROLES)
                                    + " more roles, which the team file shows."));
        }
        blocks.addAll(overrides());
        blocks.add(
                Shapes.actions(
                        "oncall",
                        List.of(
                                Shapes.button(
                                        "Override…", OnCallConversation.OVERRIDE, "override"))));
        return blocks;
    }

    private SectionBlock role(Role role, PersonId reader) {
        SectionBlock section = Shapes.section(lines.all(role));
        boolean mine =
                seen.plan()
                        .watch(role.name(), seen.now())
                        .person()
                        .filter(reader::equals)
                        .isPresent();
        if (!mine && shares(role, reader)) {
            section.setAccessory(
                    Shapes.button(
                            "Take this shift now",
                            OnCallConversation.TAKE + ":" + role.name(),
                            role.name().value()));
        }
        return section;
    }

    /**
     * Others are refused by the rules, unless the policy says otherwise: then a command does it.
     */
    private boolean shares(Role role, PersonId reader) {
        return seen.plan().team().roles().getOrDefault(role.name(), List.of()).stream()
                .anyMatch(handle -> seen.plan().person(handle).filter(reader::equals).isPresent());
    }

    private List<LayoutBlock> overrides() {
        List<DutyOverride> all =
                seen.plan().overrides().stream()
                        .filter(o -> o.until().isAfter(seen.now()))
                        .toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!all.isEmpty()) {
            blocks.add(Shapes.divider());
            blocks.add(Shapes.section("*Overrides*"));
        }
        all.stream().limit(OVERRIDES).forEach(override -> blocks.add(override(override)));
        if (all.size() > OVERRIDES) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (all.size() - OVERRIDES)
                                    + " more; `/incident oncall cancel <number>` ends any of"
                                    + " them"));
        }
        return blocks;
    }

    private SectionBlock override(DutyOverride o) {
        SectionBlock section =
                Shapes.section(
                        o.number()
                                + ". "
                                + Mrkdwn.mention(o.person())
                                + " as "
                                + Mrkdwn.escape(policy.titleOf(o.role()))
                                + ", "
                                + Mrkdwn.dateTime(o.from())
                                + " until "
                                + Mrkdwn.dateTime(o.until()));
        section.setAccessory(
                Shapes.asking(
                        Shapes.button(
                                "Cancel override",
                                OnCallConversation.CANCEL + ":" + o.number(),
                                String.valueOf(o.number())),
                        "Cancel this override?",
                        "The team file decides again who is on call.",
                        "Cancel it"));
        return section;
    }
}
