package io.muster.core.document;

import java.util.List;

/** The table of contents, in the order in which a reader wants to know. */
final class Sections {
    static final List<Section> ALL =
            List.of(
                    new SummarySection(),
                    new FactsSection(),
                    new AlertsSection(),
                    new VendorSection(),
                    new RolesSection(),
                    new PhasesSection(),
                    new ClocksSection(),
                    new DutiesSection(),
                    new NoticesSection(),
                    new AudiencesSection(),
                    new ReachSection(),
                    new ChecklistSection(),
                    new EvidenceSection(),
                    new UpdatesSection(),
                    new DrillSection(),
                    new ReviewSection(),
                    new ActionsSection(),
                    new TimelineSection());

    private Sections() {}
}
