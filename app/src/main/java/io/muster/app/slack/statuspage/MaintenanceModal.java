package io.muster.app.slack.statuspage;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Foreign;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.statuspage.PlannedWork;
import io.muster.core.statuspage.PublicPage;
import io.muster.db.status.Maintenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is announced, and a form for more. */
final class MaintenanceModal {
    static final String CALLBACK = "maintenance";
    static final String CANCEL = "maintenance-cancel";
    static final String TITLE = "title";
    static final String FROM = "from";
    static final String TO = "to";

    private static final String COMPONENTS = "components";
    private static final String TEXT = "text";
    private static final int SHOWN = 10;
    private static final int LINE = 200;

    private MaintenanceModal() {}

    static View of(PublicPage page, List<Maintenance> planned) {
        List<LayoutBlock> blocks = new ArrayList<>();
        planned.stream().limit(SHOWN).forEach(work -> blocks.add(line(work)));
        if (planned.size() > SHOWN) {
            blocks.add(
                    Shapes.context(
                            "… and "
                                    + (planned.size() - SHOWN)
                                    + " more, later ones; the status page shows all of them."));
        }
        if (!planned.isEmpty()) {
            blocks.add(Shapes.divider());
        }
        blocks.add(
                Shapes.context(
                        "What you announce is on the status page at once, and whoever follows it by"
                                + " mail is told; so they are if you call it off."));
        blocks.add(Forms.line(TITLE, "What is done?", "", ""));
        blocks.add(components(page));
        blocks.add(
                Forms.required(Forms.when(FROM, "When does it begin?", "In your own time zone.")));
        blocks.add(Forms.required(Forms.when(TO, "When will it be over?", "")));
        blocks.add(Forms.lines(TEXT, "What will people notice?", "", "", true));
        return Forms.modal(CALLBACK, "Maintenance", "Announce", "", blocks);
    }

    /** What was filled in; empty if a time is missing. */
    static Optional<PlannedWork> read(Submitted form, PublicPage page) {
        List<String> components =
                form.choices(COMPONENTS).stream()
                        .filter(v -> v.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .filter(i -> i < page.components().size())
                        .map(page.components()::get)
                        .toList();
        Optional<Instant> to = form.instant(TO);
        return form.instant(FROM)
                .flatMap(from ->
                        to.map(until ->
                                new PlannedWork(
                                        form.text(TITLE),
                                        components,
                                        form.text(TEXT),
                                        from,
                                        until)));
    }

    private static SectionBlock line(Maintenance work) {
        String parts =
                work.components().isEmpty()
                        ? ""
                        : "\n" + Mrkdwn.escape(String.join(", ", work.components()));
        SectionBlock section =
                Shapes.section(
                        "*"
                                + Mrkdwn.escape(Foreign.atMost(work.title().text(), LINE))
                                + "*\n"
                                + Mrkdwn.dateTime(work.from())
                                + " to "
                                + Mrkdwn.dateTime(work.to())
                                + parts);
        section.setAccessory(
                Shapes.button("Call off", CANCEL + ":" + work.id(), String.valueOf(work.id())));
        return section;
    }

    private static InputBlock components(PublicPage page) {
        List<com.slack.api.model.block.composition.OptionObject> options = new ArrayList<>();
        for (String component : page.components()) {
            options.add(Shapes.option(component, String.valueOf(options.size())));
        }
        return InputBlock.builder()
                .blockId(COMPONENTS)
                .label(Shapes.plain("Which components are affected?", LINE))
                .optional(true)
                .element(
                        MultiStaticSelectElement.builder()
                                .actionId(COMPONENTS)
                                .placeholder(Shapes.plain("None", LINE))
                                .options(options)
                                .build())
                .build();
    }
}
