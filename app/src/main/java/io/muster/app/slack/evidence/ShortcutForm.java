package io.muster.app.slack.evidence;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pointed;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.Spoken;
import io.muster.core.evidence.ChatSource;
import io.muster.core.evidence.Collection;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Keeping;
import io.muster.core.incident.EvidenceCommand;
import io.muster.core.incident.IncidentId;
import io.muster.db.incident.BoardRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The form behind <i>Add as evidence</i>: everything is filled in already, so that one click is
 * enough. Each thing that is ticked becomes an exhibit of its own.
 */
final class ShortcutForm {
    static final String NAME = "evidence-message";
    static final String KEEP = "keep";
    private static final String INCIDENT = "incident";
    private static final String TYPE = "type";
    private static final String WHAT = "what";
    private static final String SOURCE = "source";
    private static final String TOOL = "tool";
    private static final String THE_MESSAGE = "message";

    /** Slack allows ten boxes in a group; the message itself is one of them. */
    private static final int FILES = 9;

    private static final int INCIDENTS = 50;
    private static final int SHORT = 100;

    private ShortcutForm() {}

    /**
     * @param here the incident whose channel this is
     * @param open those to choose from if it is none's
     */
    static View of(Pointed pointed, Optional<IncidentId> here, List<BoardRow> open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(
                Shapes.context(
                        "Muster fetches it, hashes it and keeps a copy that stays even when it is deleted"
                                + " in Slack."));
        if (here.isEmpty()) {
            blocks.add(
                    Forms.choice(
                            INCIDENT,
                            "Which incident?",
                            incidents(open),
                            open.size() == 1
                                    ? Optional.of(number(open.getFirst()))
                                    : Optional.empty(),
                            false));
            if (open.size() > INCIDENTS) {
                blocks.add(
                        Shapes.context(
                                "… and "
                                        + (open.size() - INCIDENTS)
                                        + " less grave ones: share the message in the incident's"
                                        + " channel and use the shortcut there."));
            }
        }
        blocks.add(
                Forms.required(
                        Forms.ticks(KEEP, "What is kept?", choices(pointed), kept(pointed))));
        if (pointed.files().size() > FILES) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (pointed.files().size() - FILES)
                                    + " more files: share them in a message of their own."));
        }
        blocks.add(Forms.line(WHAT, "What is it?", "", what(pointed)));
        blocks.add(
                Forms.choice(
                        TYPE,
                        "Type",
                        ExhibitForm.types(),
                        Optional.of(type(pointed).word()),
                        false));
        blocks.add(
                Forms.line(
                        SOURCE,
                        "Which system does it come from?",
                        "Where it was before somebody put it into Slack, if you know",
                        source(pointed)));
        blocks.add(Forms.lineIfAny(TOOL, "Tool", "With what it was taken, if you know", ""));
        return Forms.modal(
                NAME,
                "Add as evidence",
                "Add",
                String.join(
                        "|",
                        here.map(id -> String.valueOf(id.number())).orElse(""),
                        pointed.from().channel().orElse(""),
                        pointed.message(),
                        pointed.thread().orElse("")),
                blocks);
    }

    /** The incident that is meant. */
    static Optional<IncidentId> incident(Submitted form) {
        return Numbers.incident(part(form, 0))
                .or(() -> form.choice(INCIDENT).flatMap(Numbers::incident));
    }

    /** One command for each thing that was ticked. */
    static List<EvidenceCommand> commands(Submitted form, Instant now) {
        List<String> kept = form.choices(KEEP);
        List<EvidenceCommand> commands = new ArrayList<>();
        for (String one : kept) {
            commands.add(command(form, one, kept.size() > 1, now));
        }
        return commands;
    }

    private static EvidenceCommand command(
            Submitted form, String one, boolean ofSeveral, Instant now) {
        boolean isMessage = one.equals(THE_MESSAGE);
        String[] file = one.split(":", 2);
        String name = file.length > 1 ? file[1] : "";
        FreeText what =
                ofSeveral
                        ? FreeText.of(
                                form.text(WHAT).text()
                                        + (isMessage ? " (the message)" : " (" + name + ")"))
                        : form.text(WHAT);
        return new EvidenceCommand.RegisterExhibit(
                ofSeveral && isMessage
                        ? ExhibitType.MESSAGE
                        : form.choice(TYPE).flatMap(ExhibitType::of).orElse(ExhibitType.OTHER),
                what,
                new Collection(
                        form.text(SOURCE),
                        form.by(),
                        Optional.empty(),
                        form.text(TOOL),
                        Optional.empty(),
                        now),
                Keeping.BY_MUSTER,
                "",
                Optional.empty(),
                Optional.of(
                        new ChatSource(
                                part(form, 1),
                                part(form, 2),
                                Optional.of(part(form, 3)).filter(t -> !t.isBlank()),
                                isMessage ? Optional.empty() : Optional.of(file[0]))),
                Optional.empty(),
                false);
    }

    private static String part(Submitted form, int n) {
        String[] parts = form.metadata().split("\\|", -1);
        return n < parts.length ? parts[n] : "";
    }

    private static List<OptionObject> incidents(List<BoardRow> open) {
        return open.stream()
                .limit(INCIDENTS)
                .map(row ->
                        Shapes.option(
                                row.severity() + " " + row.id() + " " + row.title().text(),
                                number(row)))
                .toList();
    }

    private static String number(BoardRow row) {
        return String.valueOf(row.id().number());
    }

    private static List<OptionObject> choices(Pointed pointed) {
        List<OptionObject> choices = new ArrayList<>();
        for (Pointed.Attached file : files(pointed)) {
            choices.add(
                    Shapes.option(
                            "📎 " + file.name() + " (" + Spoken.size(file.size()) + ")",
                            value(file)));
        }
        String text = pointed.text().isBlank() ? "without words" : pointed.text();
        choices.add(
                Shapes.option(
                        "💬 The message", THE_MESSAGE, Foreign.harmless(text.replace('\n', ' '))));
        return choices;
    }

    private static List<String> kept(Pointed pointed) {
        List<String> files = files(pointed).stream().map(ShortcutForm::value).toList();
        return files.isEmpty() ? List.of(THE_MESSAGE) : files;
    }

    private static List<Pointed.Attached> files(Pointed pointed) {
        return pointed.files().stream().limit(FILES).toList();
    }

    /** Slack allows 150 characters in an option's value. */
    private static String value(Pointed.Attached file) {
        return file.id() + ":" + Foreign.atMost(file.name(), SHORT);
    }

    private static String what(Pointed pointed) {
        if (pointed.files().size() == 1) {
            return pointed.files().getFirst().name();
        }
        String text = pointed.text().strip().replaceAll("\\s+", " ");
        return text.isBlank() ? "Message in #" + pointed.where() : Foreign.atMost(text, SHORT);
    }

    private static ExhibitType type(Pointed pointed) {
        if (pointed.files().isEmpty()) {
            return ExhibitType.MESSAGE;
        }
        Pointed.Attached first = pointed.files().getFirst();
        String name = first.name().toLowerCase(Locale.ROOT);
        if (first.mime().startsWith("image/")) {
            return ExhibitType.SCREENSHOT;
        }
        return name.endsWith(".log") || name.contains(".log.")
                ? ExhibitType.LOGS
                : name.endsWith(".pcap") || name.endsWith(".pcapng")
                        ? ExhibitType.NETWORK
                        : ExhibitType.FILE;
    }

    private static String source(Pointed pointed) {
        return pointed.where().isBlank() ? "Slack" : "Slack, #" + pointed.where();
    }
}
