package io.muster.app.story;

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

/** How things are typed, pressed, filled in and waited for on the tour. */
final class GalleryHands {
    static final List<String> EVERYONE =
            List.of("ana", "ben", "ciro", "lena", "dora", "cleo", "eli", "sam", "kim");

    /** Fields that take no prose and may be left empty. */
    private static final Set<String> NOT_WORDS =
            Set.of("Clock of the source", "Size in bytes", "SHA-256");

    /** The clock rings every second. */
    private static final long BELL = 1_300_000_000;

    private final Story story;
    private final GalleryWorld world;
    private final GalleryExplorer explorer = new GalleryExplorer();
    private Channel room;

    GalleryHands(Story story, GalleryWorld world) {
        this.story = story;
        this.world = world;
        this.room = general();
    }

    Story story() {
        return story;
    }

    GalleryWorld world() {
        return world;
    }

    GalleryExplorer explorer() {
        return explorer;
    }

    Person ana() {
        return story.person("ana");
    }

    Channel general() {
        return story.channel("general");
    }

    /** The incident's channel; before there is one, where everybody is. */
    Channel room() {
        return room;
    }

    void enter(Channel channel) {
        room = channel;
    }

    /** Until the clock has brought everything that is due. */
    void rest() {
        LockSupport.parkNanos(BELL);
        story.eventually("everything due is done", () -> TestDatabase.due(story.database()) == 0);
        story.settle();
    }

    static Optional<Message> withButton(Person person, String button) {
        return person.directMessages().stream()
                .filter(m -> m.buttons().contains(button))
                .reduce((first, second) -> second);
    }

    /** Opens the Home and waits until it has been published anew. */
    void opensHome(Person person) {
        long before = homes(person);
        person.opensHome();
        story.eventually("the Home of " + person, () -> homes(person) > before);
    }

    private long homes(Person person) {
        return story.sandbox().calls("views.publish").stream()
                .filter(call -> call.arg("user_id").equals(person.id()))
                .count();
    }

    /** Types a verb and looks at what comes. */
    void visit(Person person, Channel where, String verb) {
        Runnable open = () -> person.types(where, "/incident " + verb);
        Reply reply = person.types(where, "/incident " + verb);
        if (!reply.ok()) { // too late, on a busy machine: whoever is there types it again
            reply = person.types(where, "/incident " + verb);
        }
        reply.message().ifPresent(m -> explorer.message(person, where, m));
        explorer.modal(person, open, 1);
        person.closesEverything();
    }

    void type(Person person, String verb) {
        Reply reply = person.types(room, "/incident " + verb);
        if (!reply.ok()) {
            throw new AssertionError(verb + ": " + reply.error());
        }
    }

    static void click(Person person, Message message, String button) {
        person.clicks(message, button);
        GalleryExplorer.until(() -> person.modal().isPresent());
    }

    /** Presses a button of the sheet that is open, and submits the form that it turns into. */
    void act(Person person, String action, Map<String, String> filled) {
        press(person, action);
        submit(person, filled);
    }

    /** Presses a button of the sheet that is open, and waits for what it becomes. */
    void press(Person person, String action) {
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
    }

    /** The buttons of this name in the modal that is open. */
    static List<String> actions(Person person, String action) {
        return person.modal().stream()
                .flatMap(m -> m.blocks().findValuesAsString("action_id").stream())
                .filter(id -> id.equals(action) || id.startsWith(action + ":"))
                .distinct()
                .toList();
    }

    /** Fills in everything that is empty, in as many words as fit, and submits. */
    void submit(Person person, Map<String, String> said) {
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

    String in(int seconds) {
        return String.valueOf(story.muster().now().getEpochSecond() + seconds);
    }

    /** Whoever has something with buttons before them presses what is new. */
    void explore() {
        room.messages().forEach(m -> explorer.message(ana(), room, m));
        for (String handle : EVERYONE) {
            Person person = story.person(handle);
            person.directMessages()
                    .forEach(m -> explorer.message(person, person.appConversation(), m));
        }
    }
}
