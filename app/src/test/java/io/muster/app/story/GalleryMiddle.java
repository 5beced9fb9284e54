package io.muster.app.story;

import static io.muster.app.story.Alerts.One.firing;
import static io.muster.app.story.Alerts.alertmanager;
import static io.muster.app.story.Alerts.send;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import java.util.Map;

/** What is done while an incident runs, and what stands beside it. */
final class GalleryMiddle {
    private static final int EXHIBITS = 100;
    private static final int ACTIONS = 40;
    private static final int ALERTS = 25;

    private final GalleryHands hands;
    private final Story story;
    private final GalleryWorld world;
    private final GalleryExplorer explorer;
    private final Person ana;
    private final Channel general;

    GalleryMiddle(GalleryHands hands) {
        this.hands = hands;
        this.story = hands.story();
        this.world = hands.world();
        this.explorer = hands.explorer();
        this.ana = hands.ana();
        this.general = hands.general();
    }

    void evidence() {
        for (int i = 1; i <= world.times(EXHIBITS); i++) {
            hands.type(ana, "evidence add " + i + " " + world.words("memory of db-1", 120));
            hands.submit(
                    ana,
                    Map.of(
                            "Type",
                            "Memory dump",
                            "Which system does it come from?",
                            world.words("db-1", 150)));
        }
        hands.type(ana, "evidence transfer E2 @ben " + world.words("malware analysis", 900));
        story.settle();
        hands.explore();
        hands.type(ana, "evidence");
        if (!GalleryHands.actions(ana, "evidence-legal").isEmpty()) {
            hands.press(ana, "evidence-legal");
        }
        ana.closesEverything();
        story.settle();
        hands.explore();
        hands.type(ana, "evidence legal " + world.words("by phone; they agree", 900));
        hands.type(ana, "evidence hold " + world.words("a lawsuit is likely", 900));
        hands.visit(ana, hands.room(), "evidence share E2");
        hands.visit(ana, hands.room(), "evidence verify E2");
        hands.visit(ana, hands.room(), "evidence list");
        story.settle();
        hands.explore();
    }

    void notices() {
        Person dora = story.person("dora");
        hands.type(dora, "draft customer-breach");
        hands.submit(dora, notice());
        story.settle();
        hands.explore();
        Person lena = story.person("lena");
        hands.type(lena, "approve N-1");
        explorer.modal(lena, () -> hands.type(lena, "approve N-1"), 1);
        GalleryHands.click(lena, asked(lena), "Ask for changes");
        hands.submit(lena, Map.of());
        story.settle();
        hands.explore();
        hands.type(dora, "draft");
        explorer.modal(dora, () -> hands.type(dora, "draft"), 1);
        hands.type(dora, "draft regulator");
        hands.submit(dora, notice());
        story.settle();
        hands.type(lena, "approve N-2");
        lena.closesEverything();
        GalleryHands.click(lena, asked(lena), "Approve");
        hands.submit(lena, Map.of());
        Person ciro = story.person("ciro");
        GalleryHands.click(ciro, story.soon(hands.room(), "it can be released"), "Release");
        hands.submit(ciro, Map.of());
        story.settle();
        hands.explore();
        hands.visit(dora, hands.room(), "draft");
        hands.visit(ana, hands.room(), "approve N-2");
        hands.type(ana, "statuspage");
        hands.submit(
                ana,
                Map.of("What shall the public call it?", world.words("Trouble with orders", 150)));
        story.settle();
        hands.explore();
    }

    private Map<String, String> notice() {
        return Map.of(
                "To whom?", world.words("All customers", 150),
                "Subject", world.words("What happened on Monday", 150),
                "Text", world.words("We saw odd logins on Monday. Nothing was taken.", 3_000),
                "When this is saved", "Ask for review at once");
    }

    private Message asked(Person person) {
        story.eventually(
                person + " is asked to approve",
                () -> GalleryHands.withButton(person, "Approve").isPresent());
        return GalleryHands.withButton(person, "Approve").orElseThrow();
    }

    void duties() {
        Person lena = story.person("lena");
        hands.visit(lena, hands.room(), "notify");
        hands.type(lena, "notify");
        hands.act(lena, "duty-answer", Map.of());
        hands.type(lena, "notify");
        if (!GalleryHands.actions(lena, "duty-hold").isEmpty()) {
            hands.act(lena, "duty-hold", Map.of("Until when?", hands.in(86_400)));
        }
        hands.visit(lena, hands.room(), "notify");
        hands.type(lena, "notify");
        hands.act(lena, "duty-waive", Map.of());
        hands.visit(lena, hands.room(), "notify");
        hands.visit(ana, hands.room(), "matrix");
        story.settle();
        hands.explore();
    }

    void people() {
        hands.type(ana, "handover @ben " + world.words("the vendor calls back at ten", 900));
        story.settle();
        hands.explore();
        hands.type(ana, "oncall override @dora on-call");
        hands.submit(ana, Map.of());
        story.settle();
        hands.explore();
        hands.visit(ana, general, "oncall");
        for (int i = 1; i <= world.times(ACTIONS); i++) {
            hands.type(
                    ana,
                    "action add "
                            + i
                            + " "
                            + world.words("Alert when a disk is 80 % full", 140)
                            + " @ben by in 2 weeks");
        }
        hands.visit(ana, hands.room(), "action list");
        story.settle();
        hands.explore();
    }

    /** What has its own incident, or none. */
    void beside() {
        hands.type(ana, "report");
        hands.submit(
                ana, Map.of("What do you suspect?", world.words("Keys in a public bucket", 150)));
        ana.closesEverything();
        send(
                story,
                "alertmanager",
                alertmanager("disk", firing("DiskFull", "checkout").since(story.muster().now())));
        for (int i = 1; i <= world.times(ALERTS); i++) {
            send(
                    story,
                    "alertmanager",
                    alertmanager(
                            "t" + i, firing("Test" + i, "checkout").since(story.muster().now())));
        }
        story.settle();
        hands.visit(ana, general, "alerts");
        ana.types(general, "/incident maintenance");
        hands.submit(
                ana,
                Map.of(
                        "When does it begin?",
                        hands.in(3_600),
                        "When will it be over?",
                        hands.in(7_200)));
        ana.closesEverything();
        hands.visit(ana, general, "maintenance");
        ana.types(general, "/incident declare P4 " + world.words("Spam that nobody clicked", 140));
        ana.types(general, "/incident drill");
        hands.submit(ana, Map.of());
        ana.closesEverything();
        Channel drill = story.soonStartingWith("drill");
        story.card(drill);
        story.settle();
        drill.messages().forEach(m -> explorer.message(ana, drill, m));
        hands.visit(ana, drill, "drill");
        hands.visit(ana, drill, "drill end");
        story.settle();
    }
}
