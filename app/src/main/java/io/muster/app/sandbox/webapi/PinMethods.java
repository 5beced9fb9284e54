package io.muster.app.sandbox.webapi;

import static io.muster.app.sandbox.webapi.ApiMethod.read;
import static io.muster.app.sandbox.webapi.ApiMethod.write;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.limits.Tier;
import io.muster.app.sandbox.state.Bookmark;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Pin;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.Team;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Methods that keep things at hand in a channel: pins and bookmarks. */
final class PinMethods {
    private PinMethods() {}

    static List<ApiMethod> all() {
        return List.of(
                write("pins.add", Tier.TWO, "pins:write", PinMethods::add),
                write("pins.remove", Tier.TWO, "pins:write", PinMethods::remove),
                read("pins.list", Tier.TWO, "pins:read", PinMethods::list),
                write("bookmarks.add", Tier.TWO, "bookmarks:write", PinMethods::addBookmark),
                write("bookmarks.edit", Tier.TWO, "bookmarks:write", PinMethods::editBookmark),
                write("bookmarks.remove", Tier.TWO, "bookmarks:write", PinMethods::removeBookmark),
                write("bookmarks.list", Tier.THREE, "bookmarks:read", PinMethods::bookmarks));
    }

    private static ObjectNode add(Call call) {
        Conversation in = call.channel();
        call.team().pins().add(call.by(), in, call.message(in, "timestamp"));
        return Json.object();
    }

    private static ObjectNode remove(Call call) {
        Conversation in = call.channel();
        call.team().pins().remove(call.by(), in, call.message(in, "timestamp"));
        return Json.object();
    }

    private static ObjectNode list(Call call) {
        Team team = call.team();
        Conversation in = call.channel();
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        for (Pin pin : in.pins()) {
            in.post(pin.ts()).ifPresent(post -> items.add(team.pins().json(in, post, pin)));
        }
        return answer;
    }

    private static ObjectNode addBookmark(Call call) {
        if (!call.args().required("type").equals("link")) {
            throw new SlackError("invalid_bookmark_type");
        }
        Conversation in = call.conversation("channel_id");
        return answer(
                call,
                call.team()
                        .bookmarks()
                        .add(
                                call.by(),
                                in,
                                call.args().required("title"),
                                call.args().textOr("link", ""),
                                call.args().textOr("emoji", "")));
    }

    private static ObjectNode editBookmark(Call call) {
        Conversation in = call.conversation("channel_id");
        return answer(
                call,
                call.team()
                        .bookmarks()
                        .edit(
                                call.by(),
                                in,
                                call.args().required("bookmark_id"),
                                call.args().text("title"),
                                call.args().text("link"),
                                call.args().text("emoji")));
    }

    private static ObjectNode removeBookmark(Call call) {
        Conversation in = call.conversation("channel_id");
        call.team().bookmarks().remove(call.by(), in, call.args().required("bookmark_id"));
        return Json.object();
    }

    private static ObjectNode bookmarks(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode bookmarks = answer.putArray("bookmarks");
        call.conversation("channel_id")
                .bookmarks()
                .forEach(bookmark -> bookmarks.add(call.team().bookmarks().json(bookmark)));
        return answer;
    }

    private static ObjectNode answer(Call call, Bookmark bookmark) {
        ObjectNode answer = Json.object();
        answer.set("bookmark", call.team().bookmarks().json(bookmark));
        return answer;
    }
}
