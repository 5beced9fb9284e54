package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.policy.PolicyFiles;
import io.muster.app.policy.PolicyReport;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hospital in Algiers works by a policy that shares nothing with those that ship: from the first
 * word to the approved post-mortem, and nobody ever reads a word of somebody else's plan.
 */
class ThirdPolicyStory {
    static final String POLICY =
            "../core/src/test/resources/io/muster/core/policy/third-policy.yml";

    private static final String TITLE =
            "Bloc opératoire & œil : plus de dossier · تعطل الملف الطبي";
    private static final String ROOM = "inc-1-bloc-operatoire-oeil-plus-de-dossier";
    private static final String LEGAL = "الشؤون القانونية";
    private static final String RETURN = "العودة إلى الخدمة (retour au service)";

    private final List<String> read = new ArrayList<>();

    @Test
    void policy_check_has_nothing_to_say_of_it() {
        assertThat(PolicyReport.problems("hopital.yml", PolicyFiles.load(POLICY).reading()))
                .isEqualTo("hopital.yml can be used.\n");
    }

    @Test
    void a_hospital_goes_from_the_first_word_to_the_approved_review_in_its_own_words() {
        try (Story story = Story.begin(POLICY, Transport.HTTP)) {
            Person ana = story.person("ana");
            Channel room = declare(story, ana);
            takeUp(story, ana, room);
            reportOnTime(story, ana, room);
            keepEvidence(story, ana, room);
            tellThePatients(story, room);
            comeBack(story, ana, room);
            learn(story, ana, room);
            readsTheDocument(room);
            nobodyReadsAnothersWords(story);
        }
    }

    private Channel declare(Story story, Person ana) {
        ana.types(story.channel("general"), "/incident");
        Modal form = shown(ana);
        assertThat(form.options("How grave is it?").toString())
                .contains("NOIR", "Catastrophe · كارثة", "BLEU");
        assertThat(form.options("Of what kind?").toString()).contains("Panne · عطل");
        ana.closesEverything();
        assertThat(ana.types(story.channel("general"), "/incident declare noir " + TITLE).text())
                .contains("INC-1", "is declared");
        Channel room = story.soon(ROOM);
        Message card = story.card(room);
        story.settle();
        assertThat(room.topic()).isEqualTo("NOIR · Reported · INC-1");
        assertThat(story.card(room).plainText())
                .contains("NOIR (Catastrophe · كارثة)", "Alerte & tri", "Riposte · التصدي", RETURN)
                .contains("Prise en charge", "@Cleo Marsh")
                .as("a count stays behind a title that runs from the right")
                .contains("Riposte · التصدي \u200E0/5");
        assertThat(story.card(room).buttons())
                .contains("Acknowledge", "Start Riposte · التصدي", "Start " + RETURN);
        assertThat(card.plainText()).contains("تعطل الملف الطبي");
        for (String called : List.of("ana", "ciro", "dora", "cleo")) {
            assertThat(room.members()).contains(story.person(called).id());
        }
        assertThat(said(story.person("dora"))).contains("You are called as Porte-parole");
        return room;
    }

    private void takeUp(Story story, Person ana, Channel room) {
        story.push("PT3M");
        Message late = story.soon(room, "Prise en charge");
        assertThat(late.buttons()).contains("Acknowledge");
        ana.clicks(story.card(room), "Acknowledge");
        story.soon(room, "Acknowledged by @Ana Ruiz");
        assertThat(ana.types(room, "/incident confirm security").text()).contains("cyber");
        ana.types(room, "/incident confirm cyber");
        story.settle();
        assertThat(story.card(room).plainText()).contains("Cyberattaque", "Point de situation");
        assertThat(ana.types(room, "/incident assign porte-parole @dora").text()).contains("Done");
        story.soon(room, "@Dora Quinn is now Porte-parole");
        assertThat(ana.types(room, "/incident assign comms @dora").text())
                .contains("is not a role here", "porte-parole");
    }

    /** Whatever the policy calls it, the reminder of a status update has the button for one. */
    private void reportOnTime(Story story, Person ana, Channel room) {
        story.push("PT20M");
        Message reminder = story.soon(room, "Reminder: Point de situation");
        assertThat(reminder.buttons()).contains("Post update");
        assertThat(ana.types(room, "/incident update Les urgences travaillent sur papier").text())
                .contains("The next one is due");
        assertThat(story.soon(room, "Les urgences travaillent").plainText())
                .contains("next update by");
        story.settle();
        assertThat(story.card(room).plainText()).contains("Next update");
    }

    private void keepEvidence(Story story, Person ana, Channel room) {
        ana.clicks(story.card(room), "Start " + RETURN);
        assertThat(shown(ana).plainText())
                .contains("Les preuves avant la reprise", "Garder la mémoire vive");
        ana.closesEverything();
        ana.types(room, "/incident evidence add Mémoire du serveur");
        ana.submits(
                shown(ana),
                Map.of(
                        "Type", "Memory dump",
                        "Which system does it come from?", "srv-dossier",
                        "How is it kept?", "With this, everything of its type is kept"));
        ana.closesEverything();
        story.soon(room, "Mémoire du serveur");
        ana.types(room, "/incident evidence");
        assertThat(shown(ana).plainText())
                .contains(LEGAL + " told before anything is shared", LEGAL + " has not been told");
        ana.clicksIn(ana.modal().orElseThrow(), "Tell " + LEGAL);
        Person lena = story.person("lena");
        story.eventually("lena is asked", () -> said(lena).contains("take note"));
        lena.clicks(newest(lena, "take note"), "I have taken note");
        story.soon(room, LEGAL + " took note");
        ana.closesEverything();
    }

    private void tellThePatients(Story story, Channel room) {
        Person dora = story.person("dora");
        assertThat(dora.types(room, "/incident draft customer-breach").text())
                .contains("avis-patients", "communique")
                .doesNotContain("regulator");
        dora.types(room, "/incident draft avis-patients");
        Modal form = shown(dora);
        assertThat(form.value("Text").toString())
                .contains("[? ce qui s'est passé]", "INC-1", "signalement@hopital-el-amal.example")
                .doesNotContain("fill in");
        assertThat(
                        dora.submits(form, Map.of("When this is saved", "Ask for review at once"))
                                .fieldErrors()
                                .toString())
                .contains("ce que les patients peuvent faire");
        dora.submits(
                form,
                Map.of(
                        "Text", "ملفكم غير متاح منذ 14:30. Votre dossier n'est pas accessible.",
                        "When this is saved", "Ask for review at once"));
        dora.closesEverything();
        story.soon(room, "waits for approval by");
        approve(story, "sam");
        approve(story, "lena");
        Message approved = story.soon(room, "it can be released");
        Person cleo = story.person("cleo");
        cleo.clicks(approved, "Release");
        cleo.submits(shown(cleo), Map.of());
        story.soon(room, "may be sent now");
        cleo.closesEverything();
    }

    private void approve(Story story, String handle) {
        Person person = story.person(handle);
        story.eventually(handle + " is asked", () -> said(person).contains("approval is needed"));
        person.clicks(newest(person, "approval is needed"), "Approve");
        assertThat(shown(person).plainText()).contains("ملفكم غير متاح منذ 14:30");
        person.submits(person.modal().orElseThrow(), Map.of());
        person.closesEverything();
    }

    private void comeBack(Story story, Person ana, Channel room) {
        ana.clicks(story.card(room), "Start Riposte · التصدي");
        story.soon(room, "Riposte · التصدي started by @Ana Ruiz");
        assertThat(ana.types(room, "/incident phase riposte done").text())
                .contains("Riposte · التصدي is finished");
        story.settle();
        ana.clicks(story.card(room), "Start " + RETURN);
        story.soon(room, RETURN + " started by");
        Person cleo = story.person("cleo");
        cleo.types(room, "/incident phase retour done override: vérifié au téléphone");
        story.soon(room, RETURN + " finished");
        ana.types(room, "/incident resolve Retour au dossier informatisé");
        story.soon(room, "Resolved by");
        assertThat(ana.types(room, "/incident close").text()).contains("Not yet");
        story.push("PT36H");
        story.soon(room, "has been stable long enough");
        cleo.types(room, "/incident close");
        story.soon(room, "Closed by @Cleo Marsh");
    }

    private void learn(Story story, Person ana, Channel room) {
        story.soon(room, "Retour d'expérience drafted from the record");
        for (String section : List.of("causes", "soins", "gestes")) {
            ana.types(room, "/incident postmortem");
            ana.clicksIn(shown(ana), "review-section:" + section);
            story.eventually(
                    section,
                    () -> ana.modal().filter(m -> m.submitLabel().equals("Save")).isPresent());
            Modal form = shown(ana);
            ana.submits(form, Map.of(form.labels().getFirst(), "لا يوجد نظام بديل: " + section));
            ana.closesEverything();
        }
        ana.types(room, "/incident action add Installer un second serveur @ben by in 2 weeks");
        story.soon(room, "Action item 1 for @Ben Okafor");
        ana.types(room, "/incident postmortem");
        assertThat(shown(ana).plainText()).contains("Chronologie · التسلسل الزمني");
        press(story, ana, "Submit for approval", "Submit");
        ana.submits(shown(ana), Map.of());
        ana.closesEverything();
        Message asked = story.soon(room, "The post-mortem of INC-1 waits for approval");
        Person cleo = story.person("cleo");
        cleo.clicks(asked, "Approve");
        cleo.submits(shown(cleo), Map.of("A word with it", "Clair et juste"));
        story.soon(room, "approved: Clair et juste");
        cleo.closesEverything();
        story.settle();
        assertThat(story.soon(story.channel("incidents"), "Retour d'expérience · INC-1"))
                .isNotNull();
    }

    private void readsTheDocument(Channel room) {
        String document = room.canvas().orElseThrow();
        read.add(document);
        assertThat(document)
                .contains("NOIR (Catastrophe · كارثة)", "Riposte · التصدي", RETURN)
                .contains("Cyberattaque", LEGAL, "تعطل الملف الطبي", "Point de situation")
                .contains("Garder la mémoire vive des postes touchés", "Chef de cellule de crise");
    }

    /** Severities, roles, laws and clocks of the plans that ship with Muster. */
    private void nobodyReadsAnothersWords(Story story) {
        Stream<Message> everything =
                Stream.concat(
                        story.sandbox().workspace().channels().stream()
                                .flatMap(c -> c.messages().stream()),
                        Stream.of("ana", "ben", "cleo", "ciro", "sam", "lena", "dora", "eli")
                                .flatMap(h -> story.person(h).directMessages().stream()));
        String all =
                Stream.concat(read.stream(), everything.map(m -> m.plainText() + m.buttons()))
                        .collect(Collectors.joining("\n"));
        Set<String> others =
                Set.of(
                        "P0",
                        "P1",
                        "P2",
                        "P3",
                        "P4",
                        "GDPR",
                        "DORA",
                        "CISO",
                        "Legal counsel",
                        "Legal was",
                        "Legal has",
                        "Tell Legal",
                        "on-call",
                        "On-call",
                        "Board",
                        "Stability watch",
                        "Containment",
                        "Eradicat",
                        "Communications lead",
                        "Incident commander",
                        "Post-mortem ·");
        assertThat(others.stream().filter(all::contains).map(word -> around(word, all)))
                .as("words of another plan, and where they stand")
                .isEmpty();
    }

    private static String around(String word, String all) {
        int at = all.indexOf(word);
        return word
                + " in: "
                + all.substring(Math.max(0, at - 90), Math.min(all.length(), at + 90));
    }

    private void press(Story story, Person person, String button, String submit) {
        Reply ignored = person.clicksIn(person.modal().orElseThrow(), button);
        story.eventually(
                button,
                () -> person.modal().filter(m -> m.submitLabel().equals(submit)).isPresent());
        assertThat(ignored).isNotNull();
    }

    /** The modal on top, remembered as something that people read. */
    private Modal shown(Person person) {
        Modal modal = person.modal().orElseThrow();
        read.add(modal.title() + "\n" + modal.plainText() + modal.labels() + modal.buttons());
        return modal;
    }

    private static String said(Person person) {
        return person.directMessages().stream()
                .map(Message::plainText)
                .collect(Collectors.joining("\n"));
    }

    private static Message newest(Person person, String words) {
        return person.directMessages().stream()
                .filter(m -> m.plainText().contains(words))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
