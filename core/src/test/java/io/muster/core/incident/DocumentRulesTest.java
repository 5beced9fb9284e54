package io.muster.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.core.PersonId;
import io.muster.core.notice.Effect;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class DocumentRulesTest {
    private static final DocumentPlace CANVAS =
            new DocumentPlace(DocumentPlace.Form.CANVAS, "F1", "https://x.slack.com/docs/T1/F1");
    private static final DocumentPlace ANOTHER =
            new DocumentPlace(DocumentPlace.Form.CANVAS, "F2", "https://x.slack.com/docs/T1/F2");
    private static final DocumentPlace MESSAGE =
            new DocumentPlace(DocumentPlace.Form.MESSAGE, "1.2", "");

    @Test
    @Tag("F08")
    void the_document_is_asked_for_when_the_incident_is_declared_and_after_each_act() {
        Effect show = new Effect.Show(Effect.Surface.DOCUMENT);
        Scene scene = Scene.declared();
        assertThat(scene.effects()).contains(show);
        assertThat(scene.does(new IncidentCommand.Acknowledge()).effects()).contains(show);
        assertThat(scene.does(new DocumentCommand.ExportDocument(true)).effects()).contains(show);
    }

    @Test
    @Tag("F08")
    void the_record_says_where_it_stands_and_says_it_once() {
        Scene scene = Scene.declared().does(new DocumentCommand.RecordDocument(CANVAS));
        assertThat(scene.incident().dossier().document()).contains(CANVAS);
        assertThat(scene.said()).as("it shows by itself").isEmpty();
        scene.isRefused(new DocumentCommand.RecordDocument(CANVAS), "known where");
    }

    @Test
    void that_it_was_deleted_and_made_anew_is_said() {
        Scene scene =
                Scene.declared()
                        .does(new DocumentCommand.RecordDocument(CANVAS))
                        .does(new DocumentCommand.RecordDocument(ANOTHER));
        assertThat(scene.said()).singleElement().asString().contains("was deleted", "made anew");
        scene.does(new DocumentCommand.RecordDocument(MESSAGE));
        assertThat(scene.said()).singleElement().asString().contains("moved", "pinned message");
    }

    @Test
    void an_export_goes_to_whoever_asks_or_into_the_channel_and_is_on_record() {
        Scene scene = Scene.declared().by(Scene.BEN);
        scene.does(new DocumentCommand.ExportDocument(true));
        assertThat(scene.effects()).contains(new Effect.Export(Optional.of(Scene.BEN)));
        assertThat(scene.happened(DocumentEvent.DocumentExported.class)).hasSize(1);
        scene.isRefused(new DocumentCommand.ExportDocument(false), "has no channel");
        scene.does(new IncidentCommand.RecordRoom("C1", "inc-1"));
        scene.does(new DocumentCommand.ExportDocument(false));
        assertThat(scene.effects()).contains(new Effect.Export(Optional.empty()));
    }

    @Test
    @Tag("F02")
    void what_is_private_is_exported_to_those_who_may_see_it_only() {
        Scene scene =
                Scene.under("featuresignals").by(Scene.OTTO).declares(PrivateReport.OF_A_LEAK);
        scene.by(new PersonId("UNOBODY"))
                .isRefused(new DocumentCommand.ExportDocument(true), "no incident here");
        scene.by(Scene.OTTO).does(new DocumentCommand.ExportDocument(true));
    }

    private static final class PrivateReport {
        static final IncidentCommand.Declare OF_A_LEAK =
                new IncidentCommand.Declare(
                        new io.muster.core.FreeText("A key leaked"),
                        io.muster.core.FreeText.NONE,
                        new io.muster.core.policy.SeverityName("P1"),
                        Optional.empty(),
                        true,
                        true,
                        false,
                        Source.EMPLOYEE,
                        Optional.empty());
    }
}
