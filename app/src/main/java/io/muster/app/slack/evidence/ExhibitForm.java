package io.muster.app.slack.evidence;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Shapes;
import io.muster.core.PersonId;
import io.muster.core.evidence.Collection;
import io.muster.core.evidence.Exhibit;
import io.muster.core.evidence.ExhibitType;
import io.muster.core.evidence.Keeping;
import io.muster.core.incident.EvidenceCommand;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form for an exhibit that is kept somewhere: what must be known stands first. */
final class ExhibitForm {
    static final String NAME = "evidence-add";
    static final String WHAT = "what";
    private static final String TYPE = "type";
    private static final String SOURCE = "source";
    private static final String WHERE = "where";
    private static final String FLAGS = "flags";
    private static final String WRITE_ONCE = "write-once";
    private static final String ALL = "all";
    private static final String UNTIL = "until";
    private static final String HASH = "sha256";
    private static final String SIZE = "size";
    private static final String COLLECTED = "collected";
    private static final String COLLECTOR = "collector";
    private static final String WITNESS = "witness";
    private static final String TOOL = "tool";
    private static final String OFFSET = "offset";

    private ExhibitForm() {}

    /**
     * @param original the exhibit of which a copy is registered
     */
    static View of(IncidentView view, PersonId by, String what, Optional<Exhibit> original) {
        List<LayoutBlock> blocks = new ArrayList<>();
        original.ifPresent(o ->
                blocks.add(
                        Shapes.context(
                                "A copy of *"
                                        + o.label()
                                        + "*. It gets a number of its own; the original stays as"
                                        + " it is.")));
        blocks.add(Forms.choice(TYPE, "Type", types(), original.map(o -> o.type().word()), false));
        blocks.add(
                Forms.line(
                        WHAT, "What is it?", "", original.map(o -> o.what().text()).orElse(what)));
        blocks.add(
                Forms.line(
                        SOURCE,
                        "Which system does it come from?",
                        "Host, account, region, instance or serial number",
                        original.map(o -> o.collection().source().text()).orElse("")));
        blocks.add(
                Forms.lineIfAny(
                        WHERE, "Where is it kept?", "Address of the storage, safe, shelf", ""));
        blocks.add(Forms.ticks(FLAGS, "How is it kept?", flags(), List.of()));
        blocks.add(Forms.when(UNTIL, "Write-once until", "If the storage sets an end"));
        blocks.add(Forms.lineIfAny(HASH, "SHA-256", "64 characters. It can be entered later.", ""));
        blocks.add(Forms.lineIfAny(SIZE, "Size in bytes", "", ""));
        blocks.add(Forms.when(COLLECTED, "Collected at", "Empty means now", view.now()));
        blocks.add(Forms.person(COLLECTOR, "Collected by", Optional.of(by)));
        blocks.add(Forms.person(WITNESS, "Witness", Optional.empty()));
        blocks.add(Forms.lineIfAny(TOOL, "Tool", "Tool, version and command", ""));
        blocks.add(
                Forms.lineIfAny(
                        OFFSET,
                        "Clock of the source",
                        "How far ahead (+) or behind (-) of real time, like +12 s or -3 min",
                        ""));
        return Forms.modal(
                NAME,
                original.isPresent() ? "Register a copy" : "Add evidence",
                "Register",
                view.incident().id().number() + original.map(o -> "|" + o.number()).orElse(""),
                blocks);
    }

    /** What was filled in cannot be read as it should be: words by field. */
    static Map<String, String> mistakes(Submitted form) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        String offset = form.text(OFFSET).text();
        if (!offset.isBlank() && ClockOffset.parse(offset).isEmpty()) {
            mistakes.put(OFFSET, "Write it like +12 s, -3 min 20 s or 0.");
        }
        String size = form.text(SIZE).text();
        if (!size.isBlank() && size(size).isEmpty()) {
            mistakes.put(SIZE, "Write the number of bytes in digits.");
        }
        return mistakes;
    }

    static EvidenceCommand.RegisterExhibit command(
            Submitted form, Instant now, Optional<Integer> original) {
        List<String> flags = form.choices(FLAGS);
        return new EvidenceCommand.RegisterExhibit(
                form.choice(TYPE).flatMap(ExhibitType::of).orElse(ExhibitType.OTHER),
                form.text(WHAT),
                new Collection(
                        form.text(SOURCE),
                        form.person(COLLECTOR).orElse(form.by()),
                        form.person(WITNESS),
                        form.text(TOOL),
                        offset(form),
                        collected(form, now)),
                new Keeping(form.text(WHERE), flags.contains(WRITE_ONCE), form.instant(UNTIL)),
                form.text(HASH).text(),
                size(form.text(SIZE).text()),
                Optional.empty(),
                original,
                flags.contains(ALL));
    }

    /** Under which field a refusal is shown: the one that it speaks of. */
    static String field(String refusal) {
        if (refusal.contains("SHA-256") || refusal.contains("same hash")) {
            return HASH;
        }
        if (refusal.contains("collected in the future")) {
            return COLLECTED;
        }
        if (refusal.contains("witness is")) {
            return WITNESS;
        }
        return refusal.contains("write-once") ? FLAGS : WHAT;
    }

    static List<OptionObject> types() {
        return Arrays.stream(ExhibitType.values())
                .map(t -> Shapes.option(t.title(), t.word()))
                .toList();
    }

    private static List<OptionObject> flags() {
        return List.of(
                Shapes.option(
                        "Write-once storage", WRITE_ONCE, "Nobody can change or delete it there"),
                Shapes.option(
                        "With this, everything of its type is kept",
                        ALL,
                        "Ticks the item of the checklist"));
    }

    /** The picker knows minutes only; one that is this very minute means now. */
    private static Instant collected(Submitted form, Instant now) {
        Instant chosen = form.instant(COLLECTED).orElse(now);
        return chosen.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES))
                ? now
                : chosen;
    }

    private static Optional<Duration> offset(Submitted form) {
        return ClockOffset.parse(form.text(OFFSET).text());
    }

    private static Optional<Long> size(String typed) {
        String digits = typed.replaceAll("[\\s_.,']", "");
        return digits.matches("\\d{1,15}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
