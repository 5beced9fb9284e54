package io.muster.app.story;

import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Person;

import java.util.List;
import java.util.Map;

/** What there is before an incident, and the first hour of one. */
final class GalleryBeginning {
    private static final int OTHERS_OPEN = 200;

    private final GalleryHands hands;
    private final Story story;
    private final GalleryWorld world;
    private final GalleryExplorer explorer;
    private final Person ana;
    private final Channel general;

    GalleryBeginning(GalleryHands hands) {
        this.hands = hands;
        this.story = hands.story();
        this.world = hands.world();
        this.explorer = hands.explorer();
        this.ana = hands.ana();
        this.general = hands.general();
    }

    /** Before anything has happened, and outside any incident. */
    void elsewhere() {
        if (world.worst()) {
            declareOthers();
        }
        hands.opensHome(ana);
        for (String verb :
                List.of(
                        "help",
                        "list",
                        "oncall",
                        "plan",
                        "alerts",
                        "maintenance",
                        "report",
                        "controls",
                        "metrics",
                        "charts",
                        "declare",
                        "approve",
                        "action",
                        "status",
                        "oncall override",
                        "drill")) {
            hands.visit(ana, general, verb);
        }
    }

    /** As many as a bad day has; nobody is told of them, which would take its time. */
    private void declareOthers() {
        String skip =
                "create function skip_it() returns trigger language plpgsql as $$ begin"
                        + " if new.incident between 1 and "
                        + OTHERS_OPEN
                        + " then new.state := 'skipped'; new.finished_at := clock_timestamp();"
                        + " end if; return new; end $$;"
                        + " create trigger skip_it before insert on outbox"
                        + " for each row execute function skip_it()";
        TestDatabase.run(story.database(), skip);
        for (int i = 1; i <= OTHERS_OPEN; i++) {
            ana.types(general, "/incident declare P4 " + i + " " + world.words("Slow", 140));
        }
        TestDatabase.run(
                story.database(),
                "update obligation set next_at = null where incident between 1 and " + OTHERS_OPEN);
    }

    void declared() {
        ana.types(general, "/incident declare");
        hands.submit(
                ana,
                Map.of(
                        "What is wrong?", world.words("Checkout is down", 150),
                        "How grave is it?", "P1",
                        "What is happening?", world.words("Payments fail since nine.", 3_000)));
        ana.closesEverything();
        hands.enter(story.soonStartingWith("inc-" + (world.worst() ? OTHERS_OPEN + 1 : 1)));
        story.card(hands.room());
        story.settle();
        hands.explore();
        hands.type(ana, "escalate nobody answers");
        story.settle();
    }

    void triaged() {
        hands.type(ana, "ack");
        story.settle();
        hands.type(ana, "confirm security");
        story.settle();
        hands.explore();
    }

    void bareVerbs() {
        for (String verb :
                List.of(
                        "",
                        "status",
                        "summary",
                        "checklist",
                        "checklist contain",
                        "task",
                        "evidence",
                        "evidence add",
                        "notify",
                        "draft",
                        "matrix",
                        "facts",
                        "fact",
                        "timeline",
                        "note",
                        "update",
                        "severity",
                        "phase",
                        "assign",
                        "page",
                        "handover",
                        "ticket",
                        "vendor",
                        "statuspage",
                        "postmortem",
                        "link",
                        "picture",
                        "action",
                        "action add",
                        "action list",
                        "export",
                        "approve",
                        "list",
                        "plan",
                        "seen",
                        "drill",
                        "dismiss",
                        "reopen",
                        "subscribe",
                        "unsubscribe",
                        "phse")) {
            hands.visit(ana, hands.room(), verb);
        }
        hands.type(ana, "phase eradicate start");
        ana.closesEverything();
        Runnable gate = () -> ana.clicks(story.card(hands.room()), "phase-start:eradicate");
        gate.run();
        explorer.modal(ana, gate, 1);
        ana.closesEverything();
    }

    void talk() {
        hands.type(ana, "assign comms @dora");
        hands.type(ana, "assign investigator @ben");
        hands.type(ana, "severity P2 " + world.words("it is not as bad as it seemed", 900));
        hands.type(ana, "severity P1 it is worse after all");
        hands.type(ana, "note " + world.words("The pool of connections is empty", 3_000));
        hands.type(ana, "page legal " + world.words("customer data may be out", 900));
        hands.type(
                ana, "fact impact " + world.words("All shops, about 4,000 orders an hour", 3_000));
        hands.type(ana, "facts");
        hands.submit(ana, Map.of());
        hands.type(ana, "update");
        hands.submit(ana, Map.of());
        hands.type(ana, "ticket https://tickets.example/browse/OPS-4711");
        hands.type(ana, "vendor Northwind Payments told 09:00");
        hands.type(ana, "task done isolate");
        hands.type(ana, "task assign memory @ben");
        hands.type(ana, "task na cloud-state " + world.words("we have no cloud", 900));
        hands.type(story.person("ben"), "subscribe");
        otto();
        linked();
        Message said = ana.says(hands.room(), world.words("Restarted the queue", 3_000));
        ana.reacts(said, "pushpin");
        story.settle();
        hands.explore();
    }

    private void linked() {
        String link =
                ana.types(hands.room(), "/incident link").text().replaceAll("(?s)`(.*?)`.*", "$1");
        Message shown = ana.says(general, link);
        story.eventually(link + " is shown", () -> shown.buttons().contains("Open channel"));
    }

    /** Somebody who comes late, and asks. */
    private void otto() {
        Person otto = story.person("otto");
        otto.joins(hands.room());
        GalleryExplorer.until(() -> !otto.ephemerals(hands.room()).isEmpty());
        otto.says(hands.room(), "<@" + story.sandbox().botUserId() + "> what is this?");
        hands.visit(otto, hands.room(), "summary");
    }

    void shortcuts() {
        Message said = ana.says(general, world.words("The queue grows since nine", 3_000));
        for (String shortcut :
                List.of(
                        "timeline-message",
                        "action-message",
                        "declare-message",
                        "evidence-message")) {
            ana.usesMessageShortcut(said, shortcut);
            explorer.modal(ana, () -> ana.usesMessageShortcut(said, shortcut), 1);
            ana.closesEverything();
        }
        ana.usesMessageShortcut(said, "timeline-message");
        hands.submit(ana, Map.of());
        ana.usesMessageShortcut(said, "evidence-message");
        hands.submit(ana, Map.of());
        ana.usesMessageShortcut(said, "declare-message");
        hands.submit(ana, Map.of("How grave is it?", "P4"));
        story.settle();
        ana.usesShortcut("declare-incident");
        ana.closesEverything();
        Message here = ana.says(hands.room(), world.words("Alarm on the size of the pool", 900));
        ana.usesMessageShortcut(here, "action-message");
        hands.submit(ana, Map.of());
        story.settle();
        hands.explore();
    }
}
