package io.muster.app.slack.duty;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.block.DutyClocks;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.Spoken;
import io.muster.core.duty.Standing;
import io.muster.core.incident.DutyCase;
import io.muster.core.incident.DutyQuestions;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Law;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.QuestionName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every notice on one sheet: the duties that run first, the most urgent on top, each with how far
 * its words are; then what is settled, what has not begun, what is not owed and why, and last the
 * notices that no duty asks for.
 */
final class DutySheet {
    static final String TURN = "duty-page";

    private static final int DUTIES = 25; // of three blocks each; a modal takes a hundred
    private static final int QUESTIONS = 8;

    private final IncidentView view;
    private final Writings writings;
    private final List<DutyCase> all;

    /** What each has lines of its own for, in their order. */
    private final List<DutyCase> listed;

    DutySheet(IncidentView view, Writings writings) {
        this.view = view;
        this.writings = writings;
        this.all = DutyCase.all(view.incident(), view.policy());
        this.listed = new ArrayList<>(running());
        all.stream().filter(duty -> duty.standing().settled()).forEach(listed::add);
    }

    /** The sheet with what is most urgent. */
    View view() {
        return page(0);
    }

    /** What has no clock and no outcome stands on the last page. */
    View page(int asked) {
        int last = Math.max(0, (listed.size() - 1) / DUTIES);
        int page = Math.clamp(asked, 0, last);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "Clocks of law never pause. What nobody has answered counts as yes."));
        blocks.addAll(head());
        listed.stream()
                .skip((long) page * DUTIES)
                .limit(DUTIES)
                .forEach(duty ->
                        blocks.addAll(duty.standing().settled() ? settled(duty) : running(duty)));
        if (last > 0) {
            blocks.addAll(turning(page, last));
        }
        if (page == last) {
            blocks.addAll(rest());
            blocks.addAll(writings.others(view));
        }
        return Forms.sheet(
                "notifications",
                view.incident().id() + " notices",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    /** The sheet in a few lines, for when it cannot be opened. */
    String text() {
        return "*"
                + view.incident().id()
                + " notices*"
                + running().stream()
                        .map(d -> "\n• " + title(d) + ": " + clock(d))
                        .collect(Collectors.joining());
    }

    private List<DutyCase> running() {
        return all.stream()
                .filter(duty -> duty.running().isPresent())
                .sorted(Comparator.comparing(duty -> duty.running().orElseThrow().due()))
                .toList();
    }

    private List<LayoutBlock> turning(int page, int last) {
        String id = String.valueOf(view.incident().id().number());
        List<BlockElement> row = new ArrayList<>();
        if (page > 0) {
            row.add(Shapes.button("Previous page", TURN + ":previous", id + "|" + (page - 1)));
        }
        if (page < last) {
            row.add(Shapes.button("Next page", TURN + ":next", id + "|" + (page + 1)));
        }
        return List.of(
                Shapes.divider(),
                Shapes.actions("duty-turn", row),
                Shapes.context(
                        "Page " + (page + 1) + " of " + (last + 1) + ", the most urgent first"));
    }

    private List<LayoutBlock> head() {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<QuestionName> open = DutyQuestions.open(view.incident(), view.policy());
        if (!open.isEmpty()) {
            blocks.add(Shapes.section(unanswered(open)));
        }
        List<BlockElement> row = new ArrayList<>();
        String id = String.valueOf(view.incident().id().number());
        row.add(
                open.isEmpty()
                        ? Shapes.button("Change answers", DutyForms.ANSWER, id)
                        : Shapes.primary("Answer questions", DutyForms.ANSWER, id));
        row.add(Shapes.button("Set a time", DutyForms.TIME, id));
        row.add(Shapes.button("A vendor told us", DutyForms.VENDOR, id));
        row.addAll(writings.head(view));
        blocks.add(Shapes.actions("duty-head", row));
        if (DutyQuestions.vendorNoticeMissing(view.incident(), view.policy())) {
            blocks.add(
                    Shapes.context(
                            "❗ Nobody has recorded when the vendor told us. Our time counts from there."));
        }
        return blocks;
    }

    private String unanswered(List<QuestionName> open) {
        StringBuilder lines = new StringBuilder("❓ *Nobody has answered*");
        open.stream()
                .limit(QUESTIONS)
                .forEach(question ->
                        lines.append("\n• ").append(Mrkdwn.escape(all.getFirst().words(question))));
        if (open.size() > QUESTIONS) {
            lines.append("\n… and ").append(open.size() - QUESTIONS).append(" more");
        }
        return lines.toString();
    }

    private List<LayoutBlock> running(DutyCase duty) {
        StringBuilder text = new StringBuilder(title(duty));
        text.append("\n").append(clock(duty));
        text.append("\n").append(whom(duty.rule()));
        text.append("\nCounts from ").append(start(duty));
        duty.standing().held().ifPresent(held -> text.append("\n").append(held(held)));
        if (!duty.open().isEmpty()) {
            text.append("\n❓ Only if: ")
                    .append(
                            duty.open().stream()
                                    .map(duty::words)
                                    .map(Mrkdwn::escape)
                                    .collect(Collectors.joining(" · ")));
        }
        writings.lines(duty).forEach(line -> text.append("\n").append(line));
        return List.of(
                Shapes.divider(),
                Shapes.section(text.toString()),
                Shapes.actions("duty-" + duty.rule().name(), buttons(duty)));
    }

    private List<BlockElement> buttons(DutyCase duty) {
        List<BlockElement> row = new ArrayList<>(writings.buttons(duty));
        row.add(button("Record submission", DutyForms.SENT, duty));
        row.add(button("Decide not to notify", DutyForms.WAIVE, duty));
        if (duty.standing().held().isPresent()) {
            row.add(button("Lift the hold", HoldForms.RELEASE, duty));
        } else if (!duty.rule().holds().isEmpty()) {
            row.add(button("Put on hold", HoldForms.HOLD, duty));
        }
        return row;
    }

    private BlockElement button(String label, String action, DutyCase duty) {
        String name = duty.rule().name().value();
        return Shapes.button(
                label, action + ":" + name, view.incident().id().number() + "|" + name);
    }

    private String title(DutyCase duty) {
        String law =
                view.policy()
                        .notifications()
                        .lawOf(duty.rule())
                        .map(l -> l.status() == Law.Status.DRAFT ? " (draft law)" : "")
                        .orElse("");
        return "*" + Mrkdwn.escape(duty.rule().title()) + "*" + law;
    }

    private String clock(DutyCase duty) {
        Obligation clock = duty.running().orElseThrow();
        return duty.rule().promptly()
                ? "⏳ _Without undue delay_, says the law · Muster asks from "
                        + Mrkdwn.dateTime(clock.due())
                : DutyClocks.left(clock, view) + " · due " + Mrkdwn.dateTime(clock.due());
    }

    private static String whom(NotificationRule rule) {
        String by = rule.channels().isEmpty() ? "" : " · by " + String.join(", ", rule.channels());
        return "To: " + Mrkdwn.escape(rule.to() + by);
    }

    private static String start(DutyCase duty) {
        String from = Mrkdwn.escape(duty.startWords());
        Optional<String> at = duty.start().map(Mrkdwn::dateTime);
        String said = from + at.map(when -> ", " + when).orElse(", which has not happened yet");
        String meanwhile =
                at.isPresent()
                        ? ""
                        : duty.limitWords().map(l -> "; until then " + Mrkdwn.escape(l)).orElse("");
        return duty.awarenessAssumed()
                ? said + meanwhile + " (assumed: nobody has said when we were aware)"
                : said + meanwhile;
    }

    private static String held(Standing.Held held) {
        return "⏸ On hold until "
                + Mrkdwn.dateTime(held.until())
                + ": "
                + Mrkdwn.escape(held.ground())
                + " ("
                + DutyOutcome.shortened(held.reason().text())
                + ")";
    }

    private List<LayoutBlock> settled(DutyCase duty) {
        StringBuilder text = new StringBuilder(title(duty) + "\n" + DutyOutcome.of(duty));
        writings.lines(duty).forEach(line -> text.append("\n").append(line));
        List<BlockElement> row = new ArrayList<>(writings.written(duty));
        row.addAll(SentForms.buttons(duty));
        row.add(button("Take back", DutyForms.BACK, duty));
        return List.of(
                Shapes.divider(),
                Shapes.section(text.toString()),
                Shapes.actions("duty-" + duty.rule().name(), row));
    }

    /** What has not begun, and what is not owed. */
    private List<LayoutBlock> rest() {
        List<DutyCase> quiet =
                all.stream().filter(d -> d.running().isEmpty() && !d.standing().settled()).toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        lines(
                        "*Not begun*",
                        quiet.stream()
                                .filter(d -> d.whyNot().isEmpty())
                                .map(d ->
                                        Mrkdwn.escape(d.rule().title())
                                                + ": counts from "
                                                + Mrkdwn.escape(d.startWords()))
                                .toList())
                .ifPresent(blocks::add);
        lines(
                        "*Not owed*",
                        quiet.stream()
                                .filter(d -> d.whyNot().isPresent())
                                .map(d ->
                                        Mrkdwn.escape(
                                                d.rule().title() + ": " + d.whyNot().orElse("")))
                                .toList())
                .ifPresent(blocks::add);
        if (all.isEmpty()) {
            blocks.add(Shapes.section("The policy of this incident knows no duty to notify."));
        }
        return blocks;
    }

    private static Optional<LayoutBlock> lines(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int shown = Math.min(lines.size(), 12);
        String rest =
                lines.size() > shown
                        ? "\n… and " + Spoken.count(lines.size() - shown, "other")
                        : "";
        return Optional.of(
                Shapes.section(
                        title + "\n• " + String.join("\n• ", lines.subList(0, shown)) + rest));
    }
}
