package io.muster.app.sandbox;

import io.muster.app.sandbox.client.Seen;
import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Post;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.state.View;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody in the workspace, acting as in Slack's client and seeing what they would see. */
public final class Person extends Colleague {
    private final Hands hands;
    private final User user;

    Person(Hands hands, User user) {
        super(hands, user);
        this.hands = hands;
        this.user = user;
    }

    public String id() {
        return user.id();
    }

    public String handle() {
        return user.name();
    }

    public String name() {
        return user.realName();
    }

    User user() {
        return user;
    }

    /** Sends {@code /command text} and waits for what the app answers at once. */
    public Reply types(Channel where, String slashCommandWithText) {
        refuseOutsider(where.conversation());
        return hands.reply(
                hands.client().commands().type(user, where.conversation(), slashCommandWithText));
    }

    /** The same in the direct conversation with the app. */
    public Reply types(String slashCommandWithText) {
        return types(appConversation(), slashCommandWithText);
    }

    /** An ordinary message; {@code @handle}, {@code #channel} and addresses come alive. */
    public Message says(Channel where, String text) {
        return message(
                where.conversation(),
                hands.client().composer().say(user, where.conversation(), text, ""));
    }

    public Message says(String textToApp) {
        return says(appConversation(), textToApp);
    }

    public Message replies(Message to, String text) {
        return message(
                to.conversation(),
                hands.client().composer().say(user, to.conversation(), text, to.ts()));
    }

    /** The direct conversation with the app. */
    public Channel appConversation() {
        return new Channel(team(), team().turn(() -> team().conversations().imWithApp(id())));
    }

    /** A button by its label or action id, or an option of an overflow menu. Confirms dialogs. */
    public Reply clicks(Message message, String buttonLabelOrActionId) {
        refuseOutsider(message.conversation());
        return hands.reply(
                hands.click(user, message.conversation(), message.post(), buttonLabelOrActionId));
    }

    /** A menu, a picker, boxes or radio buttons in a message. */
    public Reply selects(Message message, String actionIdOrPlaceholder, String optionLabel) {
        refuseOutsider(message.conversation());
        return hands.reply(
                hands.choose(
                        user,
                        message.conversation(),
                        message.post(),
                        actionIdOrPlaceholder,
                        optionLabel));
    }

    /** The topmost modal that is open, if any. */
    public Optional<Modal> modal() {
        return team().turn(() -> team().views().top(id()).map(view -> new Modal(team(), view)));
    }

    /** All that are open, lowest first. */
    public List<Modal> modals() {
        return team().turn(() ->
                team().views().stack(id()).stream().map(view -> new Modal(team(), view)).toList());
    }

    /** Types into fields without submitting. */
    public void fills(Modal modal, Map<String, String> byLabel) {
        hands.fill(user, modal.view(), byLabel);
    }

    /** Fills in and submits. Keys are labels or block ids, values what a person would choose. */
    public Reply submits(Modal modal, Map<String, String> byLabel) {
        fills(modal, byLabel);
        Seen seen = hands.client().modals().submit(user, modal.view());
        Reply reply = hands.reply(seen);
        return new Reply(reply.error(), reply.message(), labelled(modal.view(), seen));
    }

    private Map<String, String> labelled(View view, Seen seen) {
        Map<String, String> labelled = new LinkedHashMap<>();
        seen.fieldErrors().forEach((blockId, words) -> labelled.put(labelOf(view, blockId), words));
        return labelled;
    }

    private String labelOf(View view, String blockId) {
        return team().turn(() ->
                view.blocks().stream()
                        .filter(block -> Json.text(block, "block_id").equals(blockId))
                        .map(block -> Json.text(block.path("label"), "text"))
                        .findFirst()
                        .orElse(blockId));
    }

    /** Cancel: this modal only. */
    public Reply closes(Modal modal) {
        hands.client().modals().cancel(user, modal.view());
        return hands.reply(new Seen("", Optional.empty(), Map.of()));
    }

    /** The x in the corner: all that are open. */
    public void closesEverything() {
        hands.client().modals().closeAll(user);
    }

    public Reply clicksIn(Modal modal, String buttonLabel) {
        return hands.reply(hands.click(user, modal.view(), buttonLabel));
    }

    public Reply selectsIn(Modal modal, String label, String option) {
        return hands.reply(hands.choose(user, modal.view(), label, option));
    }

    /** Opens the app's Home tab; the app hears of it. */
    public Home opensHome() {
        hands.client().openApp(user, "home");
        return new Home(hands, user);
    }

    /** The Home tab as it was last published, without opening it. */
    public Home home() {
        return new Home(hands, user);
    }

    public Reply usesShortcut(String callbackId) {
        return hands.reply(hands.client().shortcuts().global(user, callbackId));
    }

    public Reply usesMessageShortcut(Message message, String callbackId) {
        refuseOutsider(message.conversation());
        return hands.reply(
                hands.client()
                        .shortcuts()
                        .onMessage(user, message.conversation(), message.post(), callbackId));
    }

    /** Opens the details of what the app shows below a link; the app is asked for them. */
    public void opensDetails(Message message) {
        refuseOutsider(message.conversation());
        hands.client().previews().open(user, message.conversation(), message.post());
    }

    public Message sharesFile(Channel channel, String name, byte[] content) {
        Conversation in = channel.conversation();
        return message(in, hands.client().composer().share(user, in, name, content, ""));
    }

    /** What only this person sees there, oldest first. */
    public List<Message> ephemerals(Channel where) {
        Conversation in = where.conversation();
        return team().turn(() ->
                in.ephemeralsFor(id()).stream().map(post -> message(in, post)).toList());
    }

    /** What the app said to this person directly, oldest first. */
    public List<Message> directMessages() {
        return appConversation().messages().stream().filter(Message::isFromApp).toList();
    }

    /** Every message that made this person look up: a mention, a group, a broadcast, a DM. */
    public List<Message> notifications() {
        return team().turn(() ->
                team().notifications().of(id()).stream()
                        .map(post -> message(in(post), post))
                        .toList());
    }

    /** Channels of which this person is a member. */
    public List<Channel> channels() {
        return team().turn(() ->
                team().conversations().all().stream()
                        .filter(each -> !each.isIm() && each.has(id()))
                        .map(each -> new Channel(team(), each))
                        .toList());
    }

    private Conversation in(Post post) {
        return team().conversations().find(post.channelId()).orElseThrow();
    }

    private Message message(Conversation in, Post post) {
        return new Message(team(), in, post);
    }

    private void refuseOutsider(Conversation in) {
        boolean sees = team().turn(() -> team().conversations().visible(in, Actor.person(user)));
        if (!sees) {
            throw new IllegalStateException(handle() + " is not in #" + in.name());
        }
    }

    @Override
    public String toString() {
        return "@" + handle();
    }
}
