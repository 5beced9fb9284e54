package io.muster.core.document;

import java.util.List;

/** The table of contents, in the order in which a reader wants to know. */
final class Sections {
    static final List<Section> ALL =
            List.of(
                    new SummarySection(),
                    new FactsSection(),
                    new RolesSection(),
                    new PhasesSection(),
                    new ClocksSection(),
                    new ChecklistSection(),
                    new UpdatesSection(),
                    new TimelineSection());

    private Sections() {}
}
