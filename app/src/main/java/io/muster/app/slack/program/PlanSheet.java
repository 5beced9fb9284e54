package io.muster.app.slack.program;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;

import io.muster.app.desk.ProgramDesk;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.Document;
import io.muster.core.policy.ProgramDuty;
import io.muster.core.program.Adoption;
import io.muster.core.program.Cause;
import io.muster.core.program.Program;
import io.muster.core.program.Proof;
import io.muster.core.roster.Roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plan on one sheet: its document control, what is owed to it, its history. */
final class PlanSheet {
    private static final int DUTIES = 20;
    private static final int VERSIONS = 8;
    private static final int CAUSES = 10;
    private static final int QUOTED = 300;

    private final ProgramDesk.Seen seen;
    private final Roster roster;

    PlanSheet(ProgramDesk.Seen seen, Roster roster) {
        this.seen = seen;
        this.roster = roster;
    }

    View view() {
        return Forms.sheet("plan", "The plan", "", blocks());
    }

    List<LayoutBlock> blocks() {
        Document document = seen.policy().document();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.header(document.title()));
        blocks.add(Shapes.fields(control(document)));
        blocks.add(Shapes.divider());
        blocks.add(Shapes.section("*What is owed to it*"));
        List<ProgramDuty> duties = seen.policy().program();
        if (duties.isEmpty()) {
            blocks.add(
                    Shapes.context(
                            "This policy asks for nothing. A section `program:` in it would: reviews,"
                                    + " exercises, tests."));
        }
        duties.stream().limit(DUTIES).forEach(duty -> blocks.addAll(duty(duty)));
        if (duties.size() > DUTIES) {
            blocks.add(more(duties.size() - DUTIES, "muster policy show"));
        }
        blocks.add(Shapes.divider());
        blocks.add(Shapes.section(versions(document)));
        blocks.add(Shapes.section(adoptions(seen.program())));
        return blocks;
    }

    private static List<String> control(Document document) {
        List<String> facts = new ArrayList<>();
        facts.add("*Document*\n" + Mrkdwn.escape(document.id()));
        facts.add("*Version*\n" + Mrkdwn.escape(document.version() + ", " + document.date()));
        facts.add("*Classification*\n" + Mrkdwn.escape(document.classification()));
        facts.add("*Owner*\n" + Mrkdwn.escape(document.owner()));
        return facts;
    }

    private List<LayoutBlock> duty(ProgramDuty duty) {
        Program program = seen.program();
        Optional<Obligation> owed = program.obligations().open(duty.name());
        StringBuilder text = new StringBuilder("*" + Mrkdwn.escape(duty.title()) + "*\n");
        text.append(owed.map(o -> PlanLine.due(o, seen)).orElseGet(() -> waits(duty)));
        text.append(" · ").append(owner(duty));
        owed.map(o -> because(program.causesOf(o.id()))).ifPresent(text::append);
        owed.map(o -> program.drills().get(o.id()))
                .ifPresent(drill -> text.append("\nDrill ").append(drill).append(" has begun"));
        text.append("\n")
                .append(program.lastProof(duty.name()).map(this::last).orElse("Not done yet"));
        List<LayoutBlock> blocks = new ArrayList<>(List.of(Shapes.section(text.toString())));
        owed.ifPresent(o -> blocks.add(Shapes.actions("do-" + duty.name(), List.of(does(o)))));
        return blocks;
    }

    /** Only what is late asks to be pressed. */
    private ButtonElement does(Obligation owed) {
        ButtonElement button = PlanNotices.does(owed.id(), seen);
        return owed.late(seen.now()) ? PlanNotices.pressing(button) : button;
    }

    private static String waits(ProgramDuty duty) {
        return duty.rhythm() instanceof ProgramDuty.Rhythm.After after
                ? "Not owed now; a "
                        + after.severities().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(" or "))
                        + " that is "
                        + after.of().word()
                        + " makes it owed within "
                        + after.within().words()
                : "Not owed now";
    }

    private String owner(ProgramDuty duty) {
        String title = Mrkdwn.escape(seen.policy().titleOf(duty.owner()));
        return roster.onDuty(duty.owner())
                .map(person -> title + " " + Mrkdwn.mention(person))
                .orElse(title + " (nobody holds that role)");
    }

    private static String because(List<Cause> causes) {
        if (causes.isEmpty()) {
            return "";
        }
        String shown =
                causes.stream().limit(CAUSES).map(Cause::words).collect(Collectors.joining(", "));
        int rest = causes.size() - CAUSES;
        return "\nBecause of " + shown + (rest > 0 ? " … and " + rest + " more" : "");
    }

    private String last(Proof proof) {
        String by = proof.by().person().map(PlanSheet::by).orElse("");
        String drill = proof.drill().map(d -> ", drill " + d).orElse("");
        String link =
                proof.link().isBlank()
                        ? ""
                        : " · " + Mrkdwn.escape(Foreign.atMost(proof.link().text(), QUOTED));
        return "Last: "
                + Mrkdwn.dateTime(proof.held())
                + by
                + drill
                + link
                + "\n>"
                + Mrkdwn.escape(Foreign.atMost(proof.minutes().text(), QUOTED))
                        .replace("\n", "\n>");
    }

    private static String by(PersonId person) {
        return ", recorded by " + Mrkdwn.mention(person);
    }

    private static String versions(Document document) {
        StringBuilder lines = new StringBuilder("*Version history*");
        List<Document.Revision> newest = document.history().reversed();
        newest.stream()
                .limit(VERSIONS)
                .forEach(r ->
                        lines.append("\n• ")
                                .append(
                                        Mrkdwn.escape(
                                                r.version()
                                                        + ", "
                                                        + r.date()
                                                        + ", "
                                                        + r.author()
                                                        + ": "
                                                        + r.changes())));
        return lines.append(rest(newest.size())).toString();
    }

    private static String adoptions(Program program) {
        StringBuilder lines = new StringBuilder("*In force here*");
        List<Adoption> newest = program.adoptions().reversed();
        newest.stream()
                .limit(VERSIONS)
                .forEach(a ->
                        lines.append("\n• version ")
                                .append(Mrkdwn.escape(a.version()))
                                .append(" since ")
                                .append(Mrkdwn.dateTime(a.at()))
                                .append(" (`")
                                .append(Mrkdwn.escape(a.policy().toString()))
                                .append("`)"));
        return lines.append(rest(newest.size())).toString();
    }

    private static String rest(int size) {
        return size > VERSIONS
                ? "\n… and " + (size - VERSIONS) + " more, in the policy's file"
                : "";
    }

    private static LayoutBlock more(int count, String where) {
        return Shapes.context("… and " + count + " more: `" + where + "`");
    }
}
