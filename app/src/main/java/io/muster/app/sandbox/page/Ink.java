package io.muster.app.sandbox.page;

import io.muster.app.sandbox.json.Json;
import io.muster.app.sandbox.state.Actor;
import io.muster.app.sandbox.state.Conversation;
import io.muster.app.sandbox.state.Team;
import io.muster.app.sandbox.state.User;
import io.muster.app.sandbox.text.DateTokens;
import io.muster.app.sandbox.text.Emoji;
import io.muster.app.sandbox.text.Passage;
import io.muster.app.sandbox.text.Span;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes passages and spans for the page, as one reader sees them. The page only draws: what is
 * bold, who is mentioned and what time it is there was decided by the same parser as in the tests.
 */
final class Ink {
    private final Team team;
    private final User reader;

    Ink(Team team, User reader) {
        this.team = team;
        this.reader = reader;
    }

    ArrayNode passages(List<Passage> passages) {
        ArrayNode array = Json.array();
        passages.forEach(passage -> array.add(passage(passage)));
        return array;
    }

    private ObjectNode passage(Passage passage) {
        return switch (passage) {
            case Passage.Paragraph(List<Span> spans) -> with("p", spans);
            case Passage.Heading(int level, List<Span> spans) ->
                    with("h", spans).put("level", level);
            case Passage.Quote(List<Span> spans) -> with("quote", spans);
            case Passage.Preformatted(String text) -> kind("pre").put("text", text);
            case Passage.Items items -> items(items);
            case Passage.Table table -> table(table);
            case Passage.Rule rule -> kind("rule");
        };
    }

    private ObjectNode items(Passage.Items items) {
        ObjectNode list = kind(items.ordered() ? "ol" : "ul").put("indent", items.indent());
        ArrayNode lines = list.putArray("items");
        for (Passage.Item item : items.items()) {
            ObjectNode line = Json.object().put("box", item.box().name().toLowerCase(Locale.ROOT));
            line.set("spans", spans(item.spans()));
            lines.add(line);
        }
        return list;
    }

    private ObjectNode table(Passage.Table table) {
        ObjectNode drawn = kind("table");
        ArrayNode rows = drawn.putArray("rows");
        for (List<List<Span>> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.add(spans(cell)));
        }
        return drawn;
    }

    private ObjectNode with(String kind, List<Span> spans) {
        ObjectNode drawn = kind(kind);
        drawn.set("spans", spans(spans));
        return drawn;
    }

    ArrayNode spans(List<Span> spans) {
        ArrayNode array = Json.array();
        spans.forEach(span -> array.add(span(span)));
        return array;
    }

    private JsonNode span(Span span) {
        return switch (span) {
            case Span.Text(String text) -> Json.object().stringNode(text);
            case Span.Styled(Span.Style style, List<Span> inside) ->
                    with(style.name().toLowerCase(Locale.ROOT), inside);
            case Span.Code(String text) -> kind("code").put("text", text);
            case Span.UserMention(String id) ->
                    kind("user")
                            .put("id", id)
                            .put("text", "@" + team.names().user(id))
                            .put("me", id.equals(reader.id()));
            case Span.ChannelMention(String id, String label) -> channel(id);
            case Span.GroupMention(String id, String label) ->
                    kind("user").put("text", "@" + team.names().usergroup(id)).put("me", isIn(id));
            case Span.Broadcast(String range) ->
                    kind("user").put("text", "@" + range).put("me", true);
            case Span.Link(String url, String label) ->
                    kind("a").put("url", url).put("text", label);
            case Span.Date date -> date(date);
            case Span.Emoji(String name) -> emoji(name);
        };
    }

    private boolean isIn(String groupId) {
        return team.usergroups()
                .find(groupId)
                .filter(group -> group.users().contains(reader.id()))
                .isPresent();
    }

    private ObjectNode channel(String id) {
        Optional<Conversation> seen =
                team.conversations()
                        .find(id)
                        .filter(found -> team.conversations().visible(found, Actor.person(reader)));
        return kind("channel")
                .put("id", seen.map(Conversation::id).orElse(""))
                .put("text", seen.map(Conversation::name).orElse("private channel"))
                .put("closed", seen.map(Conversation::isPrivate).orElse(true));
    }

    private ObjectNode date(Span.Date date) {
        boolean known = DateTokens.known(date.format());
        String words = known ? DateTokens.render(date, reader.zone(), team.now()) : date.fallback();
        return kind("date").put("text", words).put("title", date.fallback()).put("url", date.url());
    }

    static ObjectNode emoji(String name) {
        return kind("emoji").put("name", name).put("text", Emoji.pictured(":" + name + ":"));
    }

    private static ObjectNode kind(String kind) {
        return Json.object().put("k", kind);
    }
}
