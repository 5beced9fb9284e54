package io.muster.app.status;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.muster.app.status.PublicView.Planned;
import io.muster.app.status.PublicView.Told;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Publication;

import java.util.List;

/** The same for programs. */
public final class StatusJson {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private StatusJson() {}

    /** What the public may know. */
    public static String of(PublicView view) {
        JsonObject page = new JsonObject();
        page.addProperty("title", view.page().title());
        view.page().url().ifPresent(url -> page.addProperty("url", url));
        view.changed().ifPresent(at -> page.addProperty("changed", at.toString()));
        JsonObject status = new JsonObject();
        status.addProperty("state", view.worst().word());
        status.addProperty("summary", view.summary());
        JsonObject all = new JsonObject();
        all.addProperty("published", true);
        all.add("page", page);
        all.add("status", status);
        all.add("components", affected(view.components()));
        all.add("incidents", told(view.current()));
        all.add("maintenance", planned(view.maintenance()));
        all.add("past", told(view.past()));
        return GSON.toJson(all) + "\n";
    }

    /** That nothing is published. */
    public static String empty() {
        JsonObject nothing = new JsonObject();
        nothing.addProperty("published", false);
        return GSON.toJson(nothing) + "\n";
    }

    private static JsonArray affected(List<Affected> affected) {
        JsonArray all = new JsonArray();
        for (Affected a : affected) {
            JsonObject one = new JsonObject();
            one.addProperty("name", a.component());
            one.addProperty("state", a.state().word());
            one.addProperty("title", a.state().title());
            all.add(one);
        }
        return all;
    }

    private static JsonArray told(List<Told> incidents) {
        JsonArray all = new JsonArray();
        for (Told told : incidents) {
            JsonObject one = new JsonObject();
            one.addProperty("id", told.key());
            one.addProperty("title", told.last().bulletin().title().text());
            one.addProperty("state", told.last().bulletin().state().word());
            JsonArray updates = new JsonArray();
            told.updates().reversed().forEach(u -> updates.add(update(u)));
            one.add("updates", updates);
            all.add(one);
        }
        return all;
    }

    private static JsonObject update(Publication update) {
        JsonObject one = new JsonObject();
        one.addProperty("published", update.at().toString());
        one.addProperty("state", update.bulletin().state().word());
        one.add("components", affected(update.bulletin().ailing()));
        one.addProperty("text", update.bulletin().text().text());
        return one;
    }

    private static JsonArray planned(List<Planned> planned) {
        JsonArray all = new JsonArray();
        for (Planned p : planned) {
            JsonObject one = new JsonObject();
            one.addProperty("title", p.work().title().text());
            one.addProperty("from", p.work().from().toString());
            one.addProperty("to", p.work().to().toString());
            one.addProperty("under-way", p.on());
            JsonArray components = new JsonArray();
            p.work().components().forEach(components::add);
            one.add("components", components);
            one.addProperty("text", p.work().text().text());
            all.add(one);
        }
        return all;
    }
}
