package io.muster.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.app.sandbox.FakeApp.Says;
import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

class ModalTest extends AppTest {
    private static final String FORM =
            """
            {'type':'modal','callback_id':'form','private_metadata':'pm','notify_on_close':true,
             'title':{'type':'plain_text','text':'Form'},'submit':{'type':'plain_text','text':'Send'},
             'blocks':[
              {'type':'input','block_id':'title','label':{'type':'plain_text','text':'Title'},
               'element':{'type':'plain_text_input','action_id':'v','min_length':3,'max_length':10}},
              {'type':'input','block_id':'level','label':{'type':'plain_text','text':'Level'},'optional':true,
               'element':{'type':'static_select','action_id':'v','options':[
                {'text':{'type':'plain_text','text':'High'},'value':'h'},
                {'text':{'type':'plain_text','text':'Low'},'value':'l'}]}},
              {'type':'input','block_id':'who','label':{'type':'plain_text','text':'Who'},'optional':true,
               'element':{'type':'multi_users_select','action_id':'v'}},
              {'type':'input','block_id':'when','label':{'type':'plain_text','text':'When'},'optional':true,
               'element':{'type':'datetimepicker','action_id':'v'}},
              {'type':'input','block_id':'boxes','label':{'type':'plain_text','text':'Boxes'},'optional':true,
               'element':{'type':'checkboxes','action_id':'v','options':[
                {'text':{'type':'mrkdwn','text':'One'},'value':'1'},
                {'text':{'type':'mrkdwn','text':'Two, three'},'value':'2'}]}},
              {'type':'actions','block_id':'more','elements':[
               {'type':'button','action_id':'add','text':{'type':'plain_text','text':'Add'},'value':'x'}]}]}
            """
                    .replace('\'', '"');

    private Modal modal;

    @BeforeEach
    void open() {
        modal = opened(FORM);
    }

    private Modal opened(String view) {
        ana().types(general(), "/open");
        api.ok("views.open", "trigger_id", trigger(), "view", view);
        return ana().modal().orElseThrow();
    }

    private String trigger() {
        return Json.text(app.got().getLast().payload(), "trigger_id");
    }

    @Test
    void carries_every_value_and_null_for_what_was_left_out() {
        ana().submits(
                        modal,
                        Map.of("Title", "Hello", "Who", "ana, Ben Okafor", "Boxes", "Two, three"));
        JsonNode payload = app.got("view_submission").getFirst().payload();
        JsonNode values = payload.path("view").path("state").path("values");

        assertThat(values.path("title").path("v"))
                .isEqualTo(Json.of("{\"type\":\"plain_text_input\",\"value\":\"Hello\"}"));
        assertThat(values.path("level").path("v"))
                .isEqualTo(Json.of("{\"type\":\"static_select\",\"selected_option\":null}"));
        assertThat(values.path("who").path("v").path("selected_users").findValuesAsString(""))
                .isEmpty();
        assertThat(values.path("who").path("v").path("selected_users"))
                .isEqualTo(Json.array(List.of(ana().id(), ben().id())));
        assertThat(
                        values.path("boxes")
                                .path("v")
                                .path("selected_options")
                                .get(0)
                                .path("value")
                                .asString())
                .isEqualTo("2");
        assertThat(values.path("when").path("v").path("selected_date_time").isNull()).isTrue();
        assertThat(values.has("more")).isFalse();
        assertThat(payload.path("view").path("private_metadata").asString()).isEqualTo("pm");
        assertThat(payload.propertyNames())
                .contains(
                        "type",
                        "team",
                        "user",
                        "api_app_id",
                        "token",
                        "trigger_id",
                        "view",
                        "response_urls",
                        "enterprise",
                        "is_enterprise_install");
    }

    @Test
    void a_time_is_meant_in_the_persons_own_zone() {
        ana().fills(modal, Map.of("When", "2026-03-02 10:00"));

        assertThat(modal.value("When").path("selected_date_time").asLong())
                .isEqualTo(1_772_442_000L);
    }

    @Test
    void the_client_refuses_before_the_app_hears_of_it() {
        assertThat(ana().submits(modal, Map.of()).fieldErrors()).containsKey("Title");
        assertThat(ana().submits(modal, Map.of("Title", "ab")).fieldErrors())
                .containsEntry("Title", "Must be at least 3 characters.");
        assertThat(ana().submits(modal, Map.of("Title", "a".repeat(11))).fieldErrors())
                .containsEntry("Title", "Must be less than 11 characters.");
        assertThat(app.got("view_submission")).isEmpty();
    }

    @Test
    void a_choice_that_is_not_offered_fails_with_what_is() {
        assertThatThrownBy(() -> ana().submits(modal, Map.of("Level", "Medium")))
                .hasMessageContaining("[High, Low]");
        assertThatThrownBy(() -> ana().submits(modal, Map.of("Colour", "red")))
                .hasMessageContaining("Title");
    }

    @Nested
    class Answers {
        @Test
        void an_empty_one_closes_the_modal() {
            assertThat(send().ok()).isTrue();
            assertThat(ana().modal()).isEmpty();
        }

        @Test
        void errors_stand_under_their_fields() {
            app.does(any -> Says.json("{'response_action':'errors','errors':{'title':'taken'}}"));

            assertThat(send().fieldErrors()).containsExactly(Map.entry("Title", "taken"));
            assertThat(ana().modal()).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'response_action':'errors','errors':{'more':'no input'}}",
                    "{'response_action':'errors','errors':{'Title':'a label'}}",
                    "{'response_action':'errors','errors':{}}",
                    "{'response_action':'dance'}",
                    "{'response_action':'update'}",
                    "{'response_action':'push','view':{'type':'modal','blocks':[]}}",
                    "ok",
                })
        void one_that_makes_no_sense_leaves_the_modal_and_is_a_violation(String body) {
            app.does(any -> Says.json(body));

            assertThat(send().error()).isEqualTo("trouble_connecting");
            assertThat(ana().modal()).isPresent();
            assertThat(sandbox.violations()).isNotEmpty();
        }

        @Test
        void update_keeps_what_was_typed_where_the_ids_stay() {
            app.does(any -> Says.json("{'response_action':'update','view':" + FORM + "}"));
            send();

            assertThat(modal.value("Title").path("value").asString()).isEqualTo("Hello");
        }

        @Test
        void push_stacks_three_and_no_more() {
            app.does(any -> Says.json("{'response_action':'push','view':" + FORM + "}"));
            assertThat(send().ok()).isTrue();
            assertThat(send().ok()).isTrue();
            assertThat(ana().modals()).hasSize(3);
            assertThat(send().error()).isEqualTo("trouble_connecting");

            ana().closes(ana().modal().orElseThrow());
            assertThat(ana().modals()).hasSize(2);
        }

        @Test
        void clear_closes_all() {
            app.does(any -> Says.json("{'response_action':'push','view':" + FORM + "}"));
            send();
            app.does(any -> Says.json("{'response_action':'clear'}"));
            send();

            assertThat(ana().modals()).isEmpty();
        }

        private Reply send() {
            return ana().submits(ana().modal().orElseThrow(), Map.of("Title", "Hello"));
        }
    }

    @Nested
    class Closing {
        @Test
        void cancel_tells_of_the_view_without_its_inputs() {
            ana().fills(modal, Map.of("Title", "Hello"));
            ana().closes(modal);
            JsonNode payload = app.got("view_closed").getFirst().payload();

            assertThat(payload.path("is_cleared").asBoolean()).isFalse();
            assertThat(payload.path("view").path("state").path("values").isEmpty()).isTrue();
        }

        @Test
        void the_corner_closes_all_and_tells_of_the_root() {
            api.ok("views.push", "trigger_id", click(), "view", FORM);
            ana().closesEverything();
            JsonNode payload = app.got("view_closed").getFirst().payload();

            assertThat(app.got("view_closed")).hasSize(1);
            assertThat(payload.path("is_cleared").asBoolean()).isTrue();
            assertThat(payload.path("view").path("id").asString()).isEqualTo(modal.id());
        }

        @Test
        void without_notify_on_close_nobody_is_told() {
            ana().closes(opened(FORM.replace("\"notify_on_close\":true,", "")));

            assertThat(app.got("view_closed")).isEmpty();
        }
    }

    @Nested
    class Methods {
        @Test
        void a_click_inside_gives_the_right_to_push() {
            assertThat(api.error("views.push", "trigger_id", click(), "view", FORM)).isEmpty();
            assertThat(api.error("views.push", "trigger_id", click(), "view", FORM)).isEmpty();
            assertThat(api.error("views.push", "trigger_id", click(), "view", FORM))
                    .isEqualTo("push_limit_reached");
        }

        @Test
        void a_stale_hash_is_a_conflict() {
            String hash = modal.json().path("hash").asString();
            api.ok("views.update", "view_id", modal.id(), "view", FORM, "hash", hash);

            assertThat(api.error("views.update", "view_id", modal.id(), "view", FORM, "hash", hash))
                    .isEqualTo("hash_conflict");
            assertThat(api.error("views.update", "view_id", "V404", "view", FORM))
                    .isEqualTo("not_found");
        }

        @Test
        void an_external_id_finds_its_view_and_is_unique() {
            String named =
                    FORM.replace("\"callback_id\"", "\"external_id\":\"mine\",\"callback_id\"");
            opened(named);
            assertThat(api.error("views.update", "external_id", "mine", "view", named)).isEmpty();

            ben().types(general(), "/open");
            assertThat(api.error("views.open", "trigger_id", trigger(), "view", named))
                    .isEqualTo("duplicate_external_id");
        }

        @Test
        void a_bad_view_is_explained() {
            ana().types(general(), "/open");
            JsonNode answer =
                    api.call(
                            "views.open",
                            "trigger_id",
                            trigger(),
                            "view",
                            FORM.replace("\"Form\"", "\"" + "F".repeat(25) + "\""));

            assertThat(answer.path("error").asString()).isEqualTo("invalid_arguments");
            assertThat(answer.path("response_metadata").path("messages").get(0).asString())
                    .isEqualTo(
                            "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
        }

        @Test
        void a_view_of_more_than_250_kilobytes_is_too_large() {
            ana().types(general(), "/open");

            assertThat(
                            api.error(
                                    "views.open",
                                    "trigger_id",
                                    trigger(),
                                    "view",
                                    FORM.replace("pm", "p".repeat(250_000))))
                    .isEqualTo("view_too_large");
        }

        @Test
        void a_home_is_published_for_people_and_not_opened() {
            String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";
            ana().types(general(), "/open");

            assertThat(api.error("views.open", "trigger_id", trigger(), "view", home))
                    .isEqualTo("invalid_arguments");
            assertThat(api.error("views.publish", "user_id", "U404", "view", home))
                    .isEqualTo("invalid_arguments");
            assertThat(api.error("views.publish", "user_id", ana().id(), "view", home)).isEmpty();
            assertThat(ana().home().isPublished()).isTrue();
        }
    }

    private String click() {
        ana().clicksIn(ana().modal().orElseThrow(), "Add");
        return trigger();
    }

    @Test
    void a_click_inside_carries_the_view_with_its_state() {
        ana().fills(modal, Map.of("Title", "Hello"));
        ana().clicksIn(modal, "Add");
        JsonNode payload = app.got("block_actions").getFirst().payload();

        assertThat(payload.path("container"))
                .isEqualTo(Json.object().put("type", "view").put("view_id", modal.id()));
        assertThat(payload.has("response_url")).isFalse();
        assertThat(
                        payload.path("view")
                                .path("state")
                                .path("values")
                                .path("title")
                                .path("v")
                                .path("value")
                                .asString())
                .isEqualTo("Hello");
        assertThat(payload.path("actions").get(0).path("value").asString()).isEqualTo("x");
    }

    @Test
    void an_external_menu_asks_the_app_for_its_choices() {
        String view =
                FORM.replace(
                        "{\"type\":\"multi_users_select\",\"action_id\":\"v\"}",
                        "{\"type\":\"external_select\",\"action_id\":\"v\"}");
        app.does(got ->
                got.type().equals("block_suggestion")
                        ? Says.json(
                                "{'options':[{'text':{'type':'plain_text','text':'"
                                        + Json.text(got.payload(), "value")
                                        + "'},'value':'f'}]}")
                        : Says.NOTHING);
        Modal other = opened(view);
        ana().fills(other, Map.of("Who", "Found me"));

        assertThat(other.value("Who").path("selected_option").path("value").asString())
                .isEqualTo("f");
        assertThat(app.got("block_suggestion").getFirst().payload().has("trigger_id")).isFalse();
    }
}
