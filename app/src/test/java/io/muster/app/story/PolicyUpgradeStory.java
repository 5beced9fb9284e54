package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.PolicyReport;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Person;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The policy is changed while an incident is open, and Muster starts again with the new file: the
 * open one keeps its severities, phases and clocks, new ones get the new, and people are told.
 */
class PolicyUpgradeStory {
    @Test
    void an_open_incident_keeps_its_policy_when_a_severity_and_a_phase_are_dropped()
            throws IOException {
        Path file = Files.createTempFile("hopital", ".yml");
        String before = Files.readString(Path.of(ThirdPolicyStory.POLICY));
        Files.writeString(file, before);
        try (Story story = Story.begin(file.toString(), Transport.HTTP)) {
            Person ana = story.person("ana");
            ana.types(story.channel("general"), "/incident declare ROUGE Ancien");
            Channel old = story.soon("inc-1-ancien");
            story.card(old);
            ana.types(old, "/incident ack");
            story.settle();
            assertThat(ana.types(old, "/incident status").text()).doesNotContain("keeps");

            Files.writeString(file, withoutRouge(before));
            story.restart();

            theNewPolicyHoldsForNewIncidents(story, ana);
            theOldOneStillWorks(story, ana, old);
        }
    }

    @Test
    void policy_show_says_what_a_changed_file_changes() throws IOException {
        String changed = withoutRouge(Files.readString(Path.of(ThirdPolicyStory.POLICY)));

        assertThat(
                        PolicyReport.summary(
                                PolicyFiles.read("x", changed).reading().ifSound().orElseThrow()))
                .contains("An incident keeps the version of the policy that it was opened under")
                .contains("version 4  décembre 2026");
    }

    private static void theNewPolicyHoldsForNewIncidents(Story story, Person ana) {
        assertThat(ana.types(story.channel("general"), "/incident declare ROUGE Encore").text())
                .doesNotContain("is declared");
        ana.closesEverything();
        assertThat(ana.types(story.channel("general"), "/incident declare VIOLET Nouveau").text())
                .contains("INC-2", "is declared");
        Channel fresh = story.soon("inc-2-nouveau");
        story.card(fresh);
        ana.types(fresh, "/incident ack");
        story.settle();
        assertThat(story.card(fresh).plainText()).contains("VIOLET (Très grave)", "Relance");
        assertThat(ana.types(fresh, "/incident status").text()).doesNotContain("keeps the policy");
        assertThat(fresh.canvas().orElse("")).contains("version 4");
    }

    private static void theOldOneStillWorks(Story story, Person ana, Channel old) {
        assertThat(ana.types(old, "/incident").text())
                .contains("ROUGE (Critique)", "INC-1 keeps the policy that it was opened under")
                .contains("PCA-SSI-07 version 3", "PCA-SSI-07 version 4");
        assertThat(ana.types(old, "/incident severity VIOLET pire").text())
                .contains("not a severity here", "ROUGE (Critique)", "INC-1 keeps the policy");
        assertThat(ana.types(old, "/incident phase relance start").text())
                .contains("retour العودة", "INC-1 keeps the policy");
        assertThat(ana.types(old, "/incident phase retour start").text()).contains("is running");
        ana.types(old, "/incident checklist retour");
        assertThat(ana.modal().orElseThrow().plainText())
                .contains("retour au service", "0/3 settled");
        ana.closesEverything();
        // Fifty minutes for the old one, reminded five before; thirty-three for the new one.
        story.push("PT30M");
        Channel fresh = story.channel("inc-2-nouveau");
        story.soon(fresh, "Reminder: Point de situation");
        story.settle();
        assertThat(story.count(old, "Reminder: Point de situation")).isZero();
        story.push("PT16M");
        story.soon(old, "Reminder: Point de situation");
        assertThat(ana.types(old, "/incident severity ORANGE moins grave").text())
                .contains("ORANGE now");
        ana.types(old, "/incident severity ROUGE en fait non");
        ana.types(old, "/incident resolve Fini");
        story.soon(old, "Resolved by");
        story.settle();
        assertThat(old.canvas().orElse("")).contains("version 3", "ROUGE (Critique)");
    }

    private static String withoutRouge(String before) {
        String after =
                before.replace("ROUGE: 50 minutes", "ROUGE: 33 minutes")
                        .replace("title: Critique", "title: Très grave")
                        .replace("ROUGE", "VIOLET")
                        .replace(
                                "\n  retour:\n    title: \"العودة إلى الخدمة (retour au service)\"",
                                "\n  relance:\n    title: Relance")
                        .replace("[start retour]", "[start relance]")
                        .replace("version: \"3\"\n", "version: \"4\"\n")
                        .replace(
                                "  history:\n",
                                "  history:\n    - {version: \"4\", date: décembre 2026, author: Cellule"
                                        + " sécurité, changes: Le rouge devient violet}\n");
        assertThat(PolicyFiles.read("x", after).reading().problems()).isEmpty();
        return after;
    }
}
