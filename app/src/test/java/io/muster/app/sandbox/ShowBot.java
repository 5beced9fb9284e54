package io.muster.app.sandbox;

import io.muster.app.sandbox.FakeApp.Got;
import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import java.util.Locale;

/** A bot that shows one of everything, for the tests and the pictures of the page. */
final class ShowBot {
    static final String MANIFEST =
            """
            display_information: {name: Harbour, description: Keeps ships and people informed}
            features:
              app_home: {home_tab_enabled: true, messages_tab_enabled: true}
              bot_user: {display_name: harbour}
              slash_commands:
                - {command: /harbour, description: Everything about the harbour, should_escape: true,
                   usage_hint: "arrive [ship] | leave [ship] | assign @person | berth #channel | list | help"}
                - {command: /tide, description: When the tide turns, usage_hint: "[place]"}
              shortcuts:
                - {name: Log an arrival, type: global, callback_id: arrive, description: Opens the form}
                - {name: Add to the log, type: message, callback_id: log, description: Keeps this message}
            oauth_config:
              scopes: {bot: [commands, chat:write, chat:write.public, channels:manage, channels:read, groups:write,
                groups:read, pins:write, bookmarks:write, canvases:write, reactions:write, files:write, files:read,
                users:read, channels:history, app_mentions:read, im:history]}
            settings:
              interactivity: {is_enabled: true}
              event_subscriptions: {bot_events: [app_home_opened, app_mention]}
            """;

    static final String FORM =
            """
            {'type':'modal','callback_id':'arrive','notify_on_close':true,
             'title':{'type':'plain_text','text':'Log an arrival'},
             'submit':{'type':'plain_text','text':'Log it'},'close':{'type':'plain_text','text':'Not now'},
             'blocks':[
              {'type':'section','text':{'type':'mrkdwn','text':'Tell us what came in. *Everybody in the channel will see it.*'}},
              {'type':'input','block_id':'ship','label':{'type':'plain_text','text':'Ship'},
               'hint':{'type':'plain_text','text':'As painted on the bow.'},
               'element':{'type':'plain_text_input','action_id':'v','placeholder':{'type':'plain_text','text':'Name of the ship'},'focus_on_load':true}},
              {'type':'input','block_id':'size','label':{'type':'plain_text','text':'Size'},
               'element':{'type':'static_select','action_id':'v','placeholder':{'type':'plain_text','text':'How large is it?'},'option_groups':[
                {'label':{'type':'plain_text','text':'Fits anywhere'},'options':[
                 {'text':{'type':'plain_text','text':'Small'},'value':'s','description':{'type':'plain_text','text':'Up to 20 m'}},
                 {'text':{'type':'plain_text','text':'Medium'},'value':'m'}]},
                {'label':{'type':'plain_text','text':'Needs the long quay'},'options':[
                 {'text':{'type':'plain_text','text':'Large'},'value':'l'}]}]}},
              {'type':'input','block_id':'crew','optional':true,'label':{'type':'plain_text','text':'Who meets it'},
               'element':{'type':'multi_users_select','action_id':'v','placeholder':{'type':'plain_text','text':'Choose people'}}},
              {'type':'input','block_id':'when','optional':true,'label':{'type':'plain_text','text':'Expected'},
               'element':{'type':'datetimepicker','action_id':'v'}},
              {'type':'input','block_id':'needs','optional':true,'label':{'type':'plain_text','text':'Needs'},
               'element':{'type':'checkboxes','action_id':'v','options':[
                {'text':{'type':'mrkdwn','text':'*Fuel*'},'value':'fuel','description':{'type':'mrkdwn','text':'Diesel only'}},
                {'text':{'type':'mrkdwn','text':'Water'},'value':'water'}]}},
              {'type':'input','block_id':'notes','optional':true,'label':{'type':'plain_text','text':'Notes'},
               'element':{'type':'plain_text_input','action_id':'v','multiline':true}},
              {'type':'input','block_id':'flag','optional':true,'label':{'type':'plain_text','text':'Flag'},
               'element':{'type':'external_select','action_id':'v','min_query_length':1,'placeholder':{'type':'plain_text','text':'Type to search'}}}]}
            """
                    .replace('\'', '"');

    private static final String HOME =
            """
            {'type':'home','blocks':[
             {'type':'header','text':{'type':'plain_text','text':':anchor: Good morning, harbour master'}},
             {'type':'actions','elements':[
              {'type':'button','action_id':'new','style':'primary','text':{'type':'plain_text','text':'Log an arrival'}},
              {'type':'button','action_id':'drill','text':{'type':'plain_text','text':'Start a drill'}}]},
             {'type':'divider'},
             {'type':'section','text':{'type':'mrkdwn','text':'*In the harbour now*'}},
             {'type':'section','text':{'type':'mrkdwn','text':':large_green_circle: *Aurora* at berth 4, since <!date^1772442000^{date_short} {time}|Monday>'},
              'accessory':{'type':'overflow','action_id':'more','options':[
               {'text':{'type':'plain_text','text':'Move it'},'value':'move'},{'text':{'type':'plain_text','text':'Let it go'},'value':'go'}]}},
             {'type':'section','text':{'type':'mrkdwn','text':':large_orange_circle: *Borealis* waits for the tide'},
              'accessory':{'type':'button','action_id':'join','text':{'type':'plain_text','text':'Join'}}},
             {'type':'context','elements':[{'type':'mrkdwn','text':'Next tide in 2 hours. Everything is quiet.'}]}]}
            """
                    .replace('\'', '"');

    static final String CARD =
            """
            [{'type':'header','text':{'type':'plain_text','text':':ship: Aurora has arrived'}},
             {'type':'section','text':{'type':'mrkdwn','text':'She came in at <!date^1772442000^{time}|nine> and _needs fuel_. Ask <@%s> or see <#%s>; papers are <https://example.com|here>.'},
              'accessory':{'type':'button','action_id':'look','text':{'type':'plain_text','text':'Have a look'}}},
             {'type':'section','fields':[
              {'type':'mrkdwn','text':'*Berth*\\n4, long quay'},{'type':'mrkdwn','text':'*Size*\\nLarge'},
              {'type':'mrkdwn','text':'*Captain*\\nIngrid Olsen'},{'type':'mrkdwn','text':'*Leaves*\\ntomorrow'}]},
             {'type':'actions','block_id':'row','elements':[
              {'type':'button','action_id':'fuel','style':'primary','text':{'type':'plain_text','text':'Send fuel'}},
              {'type':'button','action_id':'turn','style':'danger','text':{'type':'plain_text','text':'Turn away'},
               'confirm':{'title':{'type':'plain_text','text':'Turn the ship away?'},'text':{'type':'mrkdwn','text':'*Aurora* will have to anchor outside.'},
                'confirm':{'type':'plain_text','text':'Turn away'},'deny':{'type':'plain_text','text':'Keep her'},'style':'danger'}},
              {'type':'static_select','action_id':'berth','placeholder':{'type':'plain_text','text':'Another berth'},'options':[
               {'text':{'type':'plain_text','text':'Berth 1'},'value':'1'},{'text':{'type':'plain_text','text':'Berth 2'},'value':'2'}]},
              {'type':'datepicker','action_id':'day'},
              {'type':'overflow','action_id':'more','options':[{'text':{'type':'plain_text','text':'Show papers'},'value':'p'}]}]},
             {'type':'context','elements':[{'type':'mrkdwn','text':'Logged by the harbour bot'}]}]
            """
                    .replace('\'', '"');

    static final String MANY =
            """
            [{'type':'rich_text','elements':[
               {'type':'rich_text_section','elements':[{'type':'text','text':'Rich text: '},{'type':'text','text':'bold','style':{'bold':true}},{'type':'text','text':' and '},{'type':'text','text':'struck','style':{'strike':true}}]},
               {'type':'rich_text_list','style':'bullet','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'first'}]},{'type':'rich_text_section','elements':[{'type':'text','text':'second'}]}]},
               {'type':'rich_text_quote','elements':[{'type':'text','text':'a quote'}]},
               {'type':'rich_text_preformatted','elements':[{'type':'text','text':'tide = moon * 2'}]}]},
             {'type':'divider'},
             {'type':'markdown','text':'## Tides\\n\\n| Place | High | Low |\\n|---|---|---|\\n| Quay | 09:10 | 15:25 |\\n| Bay | 09:40 | 15:50 |\\n\\n- [x] checked\\n- [ ] posted'},
             {'type':'section','text':{'type':'mrkdwn','text':'Choose what to hear of:'},'accessory':{'type':'radio_buttons','action_id':'hear','initial_option':{'text':{'type':'plain_text','text':'Arrivals'},'value':'a'},'options':[
               {'text':{'type':'plain_text','text':'Arrivals'},'value':'a'},{'text':{'type':'plain_text','text':'Everything'},'value':'e'}]}},
             {'type':'video','video_url':'https://example.com/v','thumbnail_url':'https://example.com/t.png','alt_text':'The harbour at dawn','title':{'type':'plain_text','text':'Dawn'},'title_url':'https://example.com/v','author_name':'Ines'},
             {'type':'actions','elements':[{'type':'users_select','action_id':'who','placeholder':{'type':'plain_text','text':'Pick a person'}},{'type':'multi_static_select','action_id':'which','placeholder':{'type':'plain_text','text':'Pick some'},'options':[{'text':{'type':'plain_text','text':'Red'},'value':'r'},{'text':{'type':'plain_text','text':'Blue'},'value':'b'}]},{'type':'timepicker','action_id':'at','initial_time':'09:30'}]}]
            """
                    .replace('\'', '"');

    private final Api api;

    ShowBot(SlackSandbox sandbox, FakeApp app) {
        this.api = new Api(sandbox);
        app.does(this::answer);
    }

    private Says answer(Got got) {
        return switch (got.type()) {
            case "command" -> command(got);
            case "shortcut", "message_action" -> open(Json.text(got.payload(), "trigger_id"));
            case "app_home_opened" -> home(Json.text(got.payload().path("event"), "user"));
            case "block_actions" -> click(got);
            case "view_submission" -> submitted(got);
            case "block_suggestion" ->
                    Says.json(
                            "{'options':[{'text':{'type':'plain_text','text':'Norway'},'value':'no'},"
                                    + "{'text':{'type':'plain_text','text':'Netherlands'},'value':'nl'}]}");
            default -> Says.NOTHING;
        };
    }

    private Says command(Got got) {
        String text = Json.text(got.payload(), "text");
        if (text.startsWith("arrive")) {
            return open(Json.text(got.payload(), "trigger_id"));
        }
        return text.equals("fail")
                ? Says.status(500)
                : Says.text("*Harbour* knows `arrive`, `leave`, `assign`, `berth` and `list`.");
    }

    private Says open(String trigger) {
        api.ok("views.open", "trigger_id", trigger, "view", FORM);
        return Says.NOTHING;
    }

    private Says home(String user) {
        api.ok("views.publish", "user_id", user, "view", HOME);
        return Says.NOTHING;
    }

    private Says click(Got got) {
        String action = Json.text(got.payload().path("actions").get(0), "action_id");
        if (action.equals("new")) {
            return open(Json.text(got.payload(), "trigger_id"));
        }
        if (action.equals("fuel")) {
            api.ok(
                    "chat.update",
                    "channel",
                    Json.text(got.payload().path("channel"), "id"),
                    "ts",
                    Json.text(got.payload().path("message"), "ts"),
                    "text",
                    "Fuel is on its way, says <@"
                            + Json.text(got.payload().path("user"), "id")
                            + ">");
        }
        return Says.NOTHING;
    }

    private Says submitted(Got got) {
        var values = got.payload().path("view").path("state").path("values");
        String ship = Json.text(values.path("ship").path("v"), "value");
        if (ship.equals("Titanic")) {
            return Says.json(
                    "{'response_action':'errors','errors':{'ship':'That one is not coming.'}}");
        }
        String name = "arrival-" + ship.toLowerCase(Locale.ROOT);
        String channel =
                api.ok("conversations.create", "name", name).path("channel").path("id").asString();
        String user = Json.text(got.payload().path("user"), "id");
        api.ok("conversations.invite", "channel", channel, "users", user);
        api.ok(
                "chat.postMessage",
                "channel",
                channel,
                "text",
                ship + " has arrived",
                "blocks",
                CARD.formatted(user, channel));
        return Says.NOTHING;
    }
}
