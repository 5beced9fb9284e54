package io.muster.app.story;

import static io.muster.app.story.Alerts.One.firing;
import static io.muster.app.story.Alerts.alertmanager;
import static io.muster.app.story.Alerts.send;

import io.muster.app.gallery.Shape;
import io.muster.app.sandbox.Channel;
import io.muster.app.sandbox.Message;
import io.muster.app.sandbox.Modal;
import io.muster.app.sandbox.Person;
import io.muster.app.sandbox.Reply;
import io.muster.app.sandbox.json.Json;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A walk past everything that Muster shows: one incident from its declaration to its post-mortem,
 * and whatever stands beside that way.
 */
final class GalleryTour {
    private static final List<String> EVERYONE =
            List.of("ana", "ben", "ciro", "lena", "dora", "cleo", "eli", "sam", "kim");
    private static final int OTHERS_OPEN = 200;
    private static final int EXHIBITS = 100;
    private static final int ACTIONS = 40;

    /** Fields that take no prose and may be left empty. */
    private static final Set<String> NOT_WORDS =
            Set.of("Clock of the source", "Size in bytes", "SHA-256");

    private static final int ALERTS = 25;

    /** The clock rings every second. */
    private static final long BELL = 1_300_000_000;

    private final Story story;
    private final GalleryWorld world;
    private final GalleryExplorer explorer = new GalleryExplorer();
    private final Person ana;
    private final Channel general;
    private Channel room;

    GalleryTour(Story story, GalleryWorld world) {
        this.story = story;
        this.world = world;
        this.ana = story.person("ana");
        this.general = story.channel("general");
        this.room = general;
    }

    /** What was answered to presses. */
    List<Shape> answers() {
        return explorer.answers();
    }

    /** Goes on where one leg fails, and fails at the end with all of them. */
    void go() {
        AssertionError all = new AssertionError("the tour through " + world.name());
        List<Runnable> legs =
                List.of(
                        this::elsewhere,
                        this::declared,
                        this::triaged,
                        this::bareVerbs,
                        this::talk,
                        this::shortcuts,
                        this::evidence,
                        this::notices,
                        this::duties,
                        this::people,
                        this::beside,
                        this::late,
                        this::over,
                        this::learnt,
                        this::home);
        for (Runnable leg : legs) {
            try {
                leg.run();
            } catch (RuntimeException | AssertionError e) {
                all.addSuppressed(e);
            }
        }
        if (all.getSuppressed().length > 0) {
            throw all;
        }
    }

    /** Before anything has happened, and outside any incident. */
    private void elsewhere() {
        if (world.worst()) {
            declareOthers();
        }
        ana.opensHome();
        GalleryExplorer.until(() -> ana.home().isPublished());
        for (String verb :
                List.of(
                        "help",
                        "list",
                        "oncall",
                        "plan",
                        "alerts",
                        "maintenance",
                        "report",
                        "declare",
                        "approve",
                        "action",
                        "status",
                        "oncall override",
                        "drill")) {
            visit(ana, general, verb);
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

    private void declared() {
        ana.types(general, "/incident declare");
        submit(
                ana,
                Map.of(
                        "What is wrong?", world.words("Checkout is down", 150),
                        "How grave is it?", "P1",
                        "What is happening?", world.words("Payments fail since nine.", 3_000)));
        ana.closesEverything();
        room = story.soonStartingWith("inc-" + (world.worst() ? OTHERS_OPEN + 1 : 1));
        story.card(room);
        story.settle();
        explore();
        type(ana, "escalate nobody answers");
        story.settle();
    }

    private void triaged() {
        type(ana, "ack");
        story.settle();
        type(ana, "confirm security");
        story.settle();
        explore();
    }

    private void bareVerbs() {
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
            visit(ana, room, verb);
        }
        type(ana, "phase eradicate start");
        ana.closesEverything();
        Runnable gate = () -> ana.clicks(story.card(room), "phase-start:eradicate");
        gate.run();
        explorer.modal(ana, gate, 1);
        ana.closesEverything();
    }

    private void talk() {
        type(ana, "assign comms @dora");
        type(ana, "assign investigator @ben");
        type(ana, "severity P2 " + world.words("it is not as bad as it seemed", 900));
        type(ana, "severity P1 it is worse after all");
        type(ana, "note " + world.words("The pool of connections is empty", 3_000));
        type(ana, "page legal " + world.words("customer data may be out", 900));
        type(ana, "fact impact " + world.words("All shops, about 4,000 orders an hour", 3_000));
        type(ana, "facts");
        submit(ana, Map.of());
        type(ana, "update");
        submit(ana, Map.of());
        type(ana, "ticket https://tickets.example/browse/OPS-4711");
        type(ana, "vendor Northwind Payments told 09:00");
        type(ana, "task done isolate");
        type(ana, "task assign memory @ben");
        type(ana, "task na cloud-state " + world.words("we have no cloud", 900));
        type(story.person("ben"), "subscribe");
        otto();
        Message said = ana.says(room, world.words("Restarted the queue", 3_000));
        ana.reacts(said, "pushpin");
        story.settle();
        explore();
    }

    /** Somebody who comes late, and asks. */
    private void otto() {
        Person otto = story.person("otto");
        otto.joins(room);
        GalleryExplorer.until(() -> !otto.ephemerals(room).isEmpty());
        otto.says(room, "<@" + story.sandbox().botUserId() + "> what is this?");
        visit(otto, room, "summary");
    }

    private void shortcuts() {
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
        submit(ana, Map.of());
        ana.usesMessageShortcut(said, "evidence-message");
        submit(ana, Map.of());
        ana.usesMessageShortcut(said, "declare-message");
        submit(ana, Map.of("How grave is it?", "P4"));
        story.settle();
        ana.usesShortcut("declare-incident");
        ana.closesEverything();
        Message here = ana.says(room, world.words("Alarm on the size of the pool", 900));
        ana.usesMessageShortcut(here, "action-message");
        submit(ana, Map.of());
        story.settle();
        explore();
    }

    private void evidence() {
        for (int i = 1; i <= world.times(EXHIBITS); i++) {
            type(ana, "evidence add " + i + " " + world.words("memory of db-1", 120));
            submit(
                    ana,
                    Map.of(
                            "Type",
                            "Memory dump",
                            "Which system does it come from?",
                            world.words("db-1", 150)));
        }
        type(ana, "evidence transfer E2 @ben " + world.words("malware analysis", 900));
        story.settle();
        explore();
        type(ana, "evidence");
        if (!actions(ana, "evidence-legal").isEmpty()) {
            ana.clicksIn(ana.modal().orElseThrow(), "evidence-legal");
        }
        ana.closesEverything();
        story.settle();
        explore();
        type(ana, "evidence legal " + world.words("by phone; they agree", 900));
        type(ana, "evidence hold " + world.words("a lawsuit is likely", 900));
        visit(ana, room, "evidence share E2");
        visit(ana, room, "evidence verify E2");
        visit(ana, room, "evidence list");
        story.settle();
        explore();
    }

    private void notices() {
        Person dora = story.person("dora");
        type(dora, "draft customer-breach");
        submit(dora, notice());
        story.settle();
        explore();
        Person lena = story.person("lena");
        type(lena, "approve N-1");
        explorer.modal(lena, () -> type(lena, "approve N-1"), 1);
        click(lena, asked(lena), "Ask for changes");
        submit(lena, Map.of());
        story.settle();
        explore();
        type(dora, "draft");
        explorer.modal(dora, () -> type(dora, "draft"), 1);
        type(dora, "draft regulator");
        submit(dora, notice());
        story.settle();
        type(lena, "approve N-2");
        lena.closesEverything();
        click(lena, asked(lena), "Approve");
        submit(lena, Map.of());
        Person ciro = story.person("ciro");
        click(ciro, story.soon(room, "it can be released"), "Release");
        submit(ciro, Map.of());
        story.settle();
        explore();
        visit(dora, room, "draft");
        visit(ana, room, "approve N-2");
        type(ana, "statuspage");
        submit(
                ana,
                Map.of("What shall the public call it?", world.words("Trouble with orders", 150)));
        story.settle();
        explore();
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
                person + " is asked to approve", () -> withButton(person, "Approve").isPresent());
        return withButton(person, "Approve").orElseThrow();
    }

    private static Optional<Message> withButton(Person person, String button) {
        return person.directMessages().stream()
                .filter(m -> m.buttons().contains(button))
                .reduce((first, second) -> second);
    }

    private void duties() {
        Person lena = story.person("lena");
        visit(lena, room, "notify");
        type(lena, "notify");
        act(lena, "duty-answer", Map.of());
        type(lena, "notify");
        if (!actions(lena, "duty-hold").isEmpty()) {
            act(lena, "duty-hold", Map.of("Until when?", in(86_400)));
        }
        visit(lena, room, "notify");
        type(lena, "notify");
        act(lena, "duty-waive", Map.of());
        visit(lena, room, "notify");
        visit(ana, room, "matrix");
        story.settle();
        explore();
    }

    private void people() {
        type(ana, "handover @ben " + world.words("the vendor calls back at ten", 900));
        story.settle();
        explore();
        type(ana, "oncall override @dora on-call");
        submit(ana, Map.of());
        story.settle();
        explore();
        visit(ana, general, "oncall");
        for (int i = 1; i <= world.times(ACTIONS); i++) {
            type(
                    ana,
                    "action add "
                            + i
                            + " "
                            + world.words("Alert when a disk is 80 % full", 140)
                            + " @ben by in 2 weeks");
        }
        visit(ana, room, "action list");
        story.settle();
        explore();
    }

    /** What has its own incident, or none. */
    private void beside() {
        type(ana, "report");
        submit(ana, Map.of("What do you suspect?", world.words("Keys in a public bucket", 150)));
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
        visit(ana, general, "alerts");
        ana.types(general, "/incident maintenance");
        submit(ana, Map.of("When does it begin?", in(3_600), "When will it be over?", in(7_200)));
        ana.closesEverything();
        visit(ana, general, "maintenance");
        ana.types(general, "/incident declare P4 " + world.words("Spam that nobody clicked", 140));
        ana.types(general, "/incident drill");
        submit(ana, Map.of());
        ana.closesEverything();
        Channel drill = story.soonStartingWith("drill");
        story.card(drill);
        story.settle();
        drill.messages().forEach(m -> explorer.message(ana, drill, m));
        visit(ana, drill, "drill");
        visit(ana, drill, "drill end");
        story.settle();
    }

    /** Time goes by, and nobody does anything. */
    private void late() {
        for (String step :
                List.of(
                        "PT30M", "PT20M", "PT15M", "PT15M", "PT3H", "PT12H", "PT10H", "P2D",
                        "P3D")) {
            story.push(step);
            rest();
            explore();
        }
        visit(story.person("ben"), general, "action");
    }

    /** Until the clock has brought everything that is due. */
    private void rest() {
        LockSupport.parkNanos(BELL);
        story.eventually("everything due is done", () -> TestDatabase.due(story.database()) == 0);
        story.settle();
    }

    private void over() {
        type(ana, "resolve " + world.words("Failed over to the standby", 3_000));
        story.settle();
        explore();
        visit(ana, room, "close");
        type(ana, "phase recover start");
        ana.closesEverything();
        story.push("PT73H");
        rest();
        explore();
        type(ana, "close override: " + world.words("it has been quiet", 900));
        rest();
        explore();
    }

    private void learnt() {
        rest();
        visit(ana, room, "postmortem");
        type(ana, "postmortem");
        for (String section : actions(ana, "review-section")) {
            type(ana, "postmortem");
            act(ana, section, Map.of());
        }
        type(ana, "postmortem");
        act(ana, "review-submit", Map.of());
        story.settle();
        explore();
        Person sam = story.person("sam");
        click(sam, submitted(sam), "Send back");
        submit(sam, Map.of());
        story.settle();
        explore();
        type(ana, "postmortem");
        act(ana, "review-submit", Map.of());
        story.settle();
        click(sam, submitted(sam), "Approve");
        submit(sam, Map.of());
        story.settle();
        explore();
        visit(ana, room, "postmortem");
        Person ciro = story.person("ciro");
        type(ciro, "postmortem");
        act(ciro, "review-present", Map.of());
        type(ana, "postmortem");
        act(ana, "review-publish", Map.of());
        story.settle();
        explore();
        visit(ana, room, "postmortem");
        story.channel("incidents")
                .messages()
                .forEach(m -> explorer.message(ana, story.channel("incidents"), m));
    }

    private Message submitted(Person person) {
        story.eventually(
                person + " is asked to read the post-mortem",
                () -> withButton(person, "Send back").isPresent());
        return withButton(person, "Send back").orElseThrow();
    }

    private void home() {
        TestDatabase.run(
                story.database(),
                "update outbox set state = 'parked', reason = 'channel_not_found' where id in"
                        + " (select id from outbox where state = 'sent' and incident > 0"
                        + " order by id limit "
                        + world.times(9)
                        + ")");
        for (String handle : EVERYONE) {
            Person person = story.person(handle);
            person.opensHome();
            GalleryExplorer.until(() -> false);
            explorer.home(person);
        }
    }

    /** Types a verb and looks at what comes. */
    private void visit(Person person, Channel where, String verb) {
        Runnable open = () -> person.types(where, "/incident " + verb);
        Reply reply = person.types(where, "/incident " + verb);
        reply.message().ifPresent(m -> explorer.message(person, where, m));
        explorer.modal(person, open, 1);
        person.closesEverything();
    }

    private void type(Person person, String verb) {
        Reply reply = person.types(room, "/incident " + verb);
        if (!reply.ok()) {
            throw new AssertionError(verb + ": " + reply.error());
        }
    }

    private static void click(Person person, Message message, String button) {
        person.clicks(message, button);
        GalleryExplorer.until(() -> person.modal().isPresent());
    }

    /** Presses a button of the sheet that is open, and submits the form that it turns into. */
    private void act(Person person, String action, Map<String, String> filled) {
        Modal sheet = person.modal().orElseThrow();
        Optional<String> button = actions(person, action).stream().findFirst();
        if (button.isEmpty()) {
            throw new AssertionError("no " + action + " in " + sheet);
        }
        String before = Json.write(sheet.blocks());
        person.clicksIn(sheet, button.get());
        story.eventually(
                action + " opens",
                () ->
                        person.modal()
                                .filter(m -> !Json.write(m.blocks()).equals(before))
                                .isPresent());
        submit(person, filled);
    }

    /** The buttons of this name in the modal that is open. */
    private static List<String> actions(Person person, String action) {
        return person.modal().stream()
                .flatMap(m -> m.blocks().findValuesAsString("action_id").stream())
                .filter(id -> id.equals(action) || id.startsWith(action + ":"))
                .distinct()
                .toList();
    }

    /** Fills in everything that is empty, in as many words as fit, and submits. */
    private void submit(Person person, Map<String, String> said) {
        Modal modal =
                person.modal().orElseThrow(() -> new AssertionError("no form is open: " + said));
        Map<String, String> filled = new LinkedHashMap<>();
        for (JsonNode block : modal.blocks()) {
            if (Json.text(block, "type").equals("input")) {
                value(block, said).ifPresent(v -> filled.put(Json.text(block, "block_id"), v));
            }
        }
        Reply reply = person.submits(modal, filled);
        if (!reply.fieldErrors().isEmpty()) {
            Reply second = person.submits(modal, otherwise(modal, reply));
            if (!second.ok()) {
                throw new AssertionError(
                        modal.title() + " is refused: " + reply + ", then " + second);
            }
        } else if (!reply.ok()) {
            throw new AssertionError(modal.title() + " is refused: " + reply);
        }
        person.closesEverything();
    }

    /** What was not taken is left empty where that is allowed, and said anew where it is not. */
    private Map<String, String> otherwise(Modal modal, Reply refused) {
        Map<String, String> again = new LinkedHashMap<>();
        for (JsonNode block : modal.blocks()) {
            String label = Json.text(block.path("label"), "text");
            boolean words = Json.text(block.path("element"), "type").equals("plain_text_input");
            if (refused.fieldErrors().containsKey(label) && words) {
                boolean optional = Json.flag(block, "optional");
                int most = block.path("element").path("max_length").asInt(3_000);
                again.put(
                        Json.text(block, "block_id"),
                        optional ? "" : world.words("As we know it at nine", most));
            }
        }
        return again;
    }

    private Optional<String> value(JsonNode block, Map<String, String> said) {
        String label = Json.text(block.path("label"), "text");
        JsonNode element = block.path("element");
        if (said.containsKey(label)) {
            return Optional.of(said.get(label));
        }
        boolean empty =
                !Json.has(element, "initial_value")
                        && !Json.has(element, "initial_option")
                        && !Json.has(element, "initial_user")
                        && !Json.has(element, "initial_date_time");
        boolean asked =
                (world.worst() && !NOT_WORDS.contains(label)) || !Json.flag(block, "optional");
        return switch (Json.text(element, "type")) {
            case "plain_text_input" ->
                    Optional.of(
                                    world.words(
                                            "As we know it at nine",
                                            element.path("max_length").asInt(3_000)))
                            .filter(w -> asked && (empty || world.worst()));
            case "static_select", "radio_buttons" ->
                    Optional.of(Json.text(element.path("options").path(0), "value"))
                            .filter(w -> empty && !Json.flag(block, "optional"));
            case "datepicker" ->
                    Optional.of(
                                    LocalDate.ofInstant(story.muster().now(), ZoneOffset.UTC)
                                            .plusDays(20)
                                            .toString())
                            .filter(w -> empty && !Json.flag(block, "optional"));
            case "users_select" -> Optional.of("@ben").filter(w -> empty && asked);
            case "datetimepicker" ->
                    Optional.of(String.valueOf(story.muster().now().getEpochSecond() + 86_400))
                            .filter(w -> empty && !Json.flag(block, "optional"));
            default -> Optional.empty();
        };
    }

    private String in(int seconds) {
        return String.valueOf(story.muster().now().getEpochSecond() + seconds);
    }

    /** Whoever has something with buttons before them presses what is new. */
    private void explore() {
        room.messages().forEach(m -> explorer.message(ana, room, m));
        for (String handle : EVERYONE) {
            Person person = story.person(handle);
            person.directMessages()
                    .forEach(m -> explorer.message(person, person.appConversation(), m));
        }
    }
}
