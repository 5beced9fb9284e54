package io.muster.app.sandbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.sandbox.json.Json;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

class TextTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Names NAMES =
            new Names() {
                @Override
                public String user(String id) {
                    return id.equals("U1") ? "Ana Ruiz" : id;
                }

                @Override
                public String channel(String id) {
                    return id.equals("C1") ? "general" : id;
                }

                @Override
                public String usergroup(String id) {
                    return id.equals("S1") ? "sre" : id;
                }
            };

    @Nested
    class Mentioning {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hi <@U1>",
                    "*hi <@U1>*",
                    "_*~<@U1>~*_",
                    "&gt; <@U1>",
                    "> quoted <@U1|ana>",
                    "a\nb <@U1> c",
                    "<@U1>'s turn",
                    "&lt;<@U1>&gt;",
                })
        void a_live_token_calls(String text) {
            assertThat(Mentions.in(Mrkdwn.parse(text)).users()).containsExactly("U1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "&lt;@U1&gt;",
                    "@ana",
                    "`<@U1>`",
                    "```<@U1>```",
                    "<@u1>",
                    "<@U1",
                    "< @U1>",
                    "<https://x.y|<@U1>>",
                })
        void what_is_escaped_coded_or_broken_does_not(String text) {
            assertThat(Mentions.in(Mrkdwn.parse(text)).users()).isEmpty();
        }

        @Test
        void groups_and_broadcasts_call_too() {
            Mentions mentions =
                    Mentions.in(
                            Mrkdwn.parse("<!subteam^S1> <!here> <!channel|channel> <!everyone>"));

            assertThat(mentions.usergroups()).containsExactly("S1");
            assertThat(mentions.broadcasts())
                    .containsExactlyInAnyOrder("here", "channel", "everyone");
        }

        @Test
        void plain_text_never_calls_and_rich_text_does() {
            assertThat(Mentions.in(BlockText.plain("<@U1> <!here>")).none()).isTrue();
            assertThat(
                            Mentions.in(
                                            RichText.parse(
                                                    Json.of(
                                                            """
                                                            {"type":"rich_text","elements":[{"type":"rich_text_section",
                                                            "elements":[{"type":"user","user_id":"U1"},
                                                            {"type":"text","text":"<@U2>"}]}]}
                                                            """)))
                                    .users())
                    .containsExactly("U1");
        }

        @Test
        void markdown_calls_outside_of_code() {
            assertThat(Mentions.in(Markdown.parse("# <@U1>\n- a `<@U2>`")).users())
                    .containsExactly("U1");
        }

        @Test
        void what_may_come_alive_is_recognised() {
            assertThat(Mentions.rawBroadcast("wake @here now")).isTrue();
            assertThat(Mentions.rawBroadcast("mail@here.com @herein")).isFalse();
            assertThat(Mentions.tokenInCode(Mrkdwn.parse("`<!here>`"))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "*bold* _it_ ~no~ `code` § bold it no code",
                "2*3*4 § 2*3*4",
                "snake_case_name § snake_case_name",
                "a * b * c § a * b * c",
                "5 &lt; 6 &amp;&amp; 7 &gt; 6 § 5 < 6 && 7 > 6",
                "<https://x.y|the page> § the page",
                "<https://x.y> § https://x.y",
                "<@U1> in <#C1|general> <!subteam^S1> § @Ana Ruiz in #general @sre",
                ":fire: :nonsense: § \uD83D\uDD25 :nonsense:",
                "<!date^1772442000^{date_num} {time}|later> § 2026-03-02 9:00 AM",
                "<!date^1772442000^{wrong}|later> § later",
                "*a _b_ c* § a b c",
            })
    void mrkdwn_reads_as_a_person_sees_it(String text, String read) {
        assertThat(read(Mrkdwn.parse(text))).isEqualTo(read);
    }

    @Test
    void a_date_is_shown_in_the_readers_zone_and_words() {
        long tomorrow = Instant.parse("2026-03-03T08:30:00Z").getEpochSecond();
        Span.Date date = new Span.Date(tomorrow, "{date_short_pretty} at {time}", "", "x");

        assertThat(DateTokens.render(date, ZoneOffset.UTC, NOW)).isEqualTo("tomorrow at 8:30 AM");
        assertThat(DateTokens.render(date, ZoneId.of("Asia/Tokyo"), NOW))
                .isEqualTo("tomorrow at 5:30 PM");
        assertThat(
                        DateTokens.render(
                                new Span.Date(
                                        NOW.minusSeconds(7200).getEpochSecond(), "{ago}", "", ""),
                                ZoneOffset.UTC,
                                NOW))
                .isEqualTo("2 hours ago");
    }

    @Test
    void markdown_knows_headings_lists_tables_and_code() {
        List<Passage> passages =
                Markdown.parse(
                        """
                        # Title
                        some *words* and **more**
                        - [x] done
                        - [ ] open
                        1. one
                        > quoted

                        | a | b |
                        |---|---|
                        | 1 | 2 |
                        ---
                        ```
                        code
                        ```
                        """);

        assertThat(passages)
                .extracting(passage -> passage.getClass().getSimpleName())
                .containsExactly(
                        "Heading",
                        "Paragraph",
                        "Items",
                        "Items",
                        "Quote",
                        "Table",
                        "Rule",
                        "Preformatted");
        assertThat(read(passages)).contains("\u2611 done", "\u2610 open", "a | b", "code");
    }

    @Test
    void emoji_travel_by_name_and_are_seen_as_pictures() {
        assertThat(Emoji.named("\u2705 \u26A0\uFE0F 7 \u00A9"))
                .isEqualTo(":white_check_mark: :warning: 7 \u00A9");
        assertThat(Emoji.drawn(":white_check_mark: 10:30: :x:")).isEqualTo("\u2705 10:30: \u274C");
    }

    @Test
    void what_a_person_composes_becomes_rich_text_and_reads_the_same() {
        String typed = "*hi* <@U1> see <https://x.y> :tada:";

        assertThat(read(RichText.parse(RichText.typed(typed))))
                .isEqualTo(read(Mrkdwn.parse(typed)));
    }

    private static String read(List<Passage> passages) {
        return new PlainText(NAMES, ZoneOffset.UTC, NOW).of(passages);
    }
}
