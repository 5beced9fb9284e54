package io.muster.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.core.FreeText;
import io.muster.core.statuspage.Affected;
import io.muster.core.statuspage.Bulletin;
import io.muster.core.statuspage.ComponentState;
import io.muster.core.statuspage.PageState;
import io.muster.core.statuspage.PlannedWork;
import io.muster.core.statuspage.PublicPage;
import io.muster.core.statuspage.Publication;
import io.muster.db.status.Maintenance;
import io.muster.db.status.StatusRow;

import nu.validator.client.EmbeddedValidator;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every page that the public sees, before the Nu HTML validator of the W3C. */
@Tag("F16")
class HtmlValidityTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final Optional<String> FORM = Optional.of("status/subscribe");
    private static final String WORST =
            "</title></style></p><script>alert(1)</script><!-- & &amp; &#0; \u0000\u0001\u0085\uFFFE"
                    + " \"' ]]> \u202E\uD83D\uDE31 <svg/onload=x>\n\n\n\t \r\n&lt";

    @TestFactory
    Stream<DynamicTest> every_page_is_valid() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("nothing is published", StatusHtml.empty());
        pages.put("all is well", StatusHtml.of(view(page("Northwind"), List.of(), List.of())));
        pages.put(
                "all is well, and people can subscribe",
                StatusHtml.of(view(page("Northwind"), List.of(), List.of()), FORM));
        pages.put("something of everything", StatusHtml.of(StatusRenderingTest.full(), FORM));
        pages.put("the worst that can be typed", StatusHtml.of(worst(), FORM));
        pages.put("as much as there can be", StatusHtml.of(long90Days(), FORM));
        for (String title : List.of("Northwind status", WORST.substring(0, 80))) {
            SubscriptionHtml html = new SubscriptionHtml(page(title));
            String of = " of " + (title.startsWith("N") ? "somebody" : "a house with a bad name");
            pages.put("subscribe" + of, html.form());
            pages.put("not an address" + of, html.noAddress(WORST));
            pages.put("asked" + of, html.asked());
            pages.put("too many" + of, html.tooMany());
            pages.put("confirm" + of, html.mayConfirm(LinkToken.fresh()));
            pages.put("confirmed" + of, html.confirmed());
            pages.put("an old link" + of, html.oldLink());
            pages.put("unsubscribe" + of, html.mayUnsubscribe(LinkToken.of("\"><script>")));
            pages.put("unsubscribed" + of, html.unsubscribed());
        }
        return pages.entrySet().stream()
                .map(page ->
                        DynamicTest.dynamicTest(
                                page.getKey(),
                                () -> {
                                    assertThat(problems(page.getValue())).isEmpty();
                                    assertThat(page.getValue())
                                            .doesNotContain("<script", "<svg", "javascript:");
                                }));
    }

    @Test
    void the_validator_finds_what_is_wrong() throws Exception {
        String page = StatusHtml.of(StatusRenderingTest.full(), FORM);
        assertThat(problems(page.replaceFirst("</main>", ""))).isNotEmpty();
        assertThat(problems(page.replaceFirst("<label for=\"email\">", "<label for=\"e\">")))
                .anyMatch(problem -> problem.contains("for"));
        assertThat(problems(page.replaceFirst("<ul ", "<ul id=\"now\" "))).isNotEmpty();
    }

    /** Errors and warnings; what is only worth knowing is left out. */
    private static List<String> problems(String html) throws Exception {
        String answer =
                new EmbeddedValidator().validate(new ByteArrayInputStream(html.getBytes(UTF_8)));
        List<String> problems = new ArrayList<>();
        JsonNode messages = new JsonMapper().readTree(answer).required("messages");
        assertThat(messages.isArray()).isTrue();
        for (JsonNode message : messages) {
            String kind = message.path("type").asString();
            boolean isWarning = message.path("subType").asString("").equals("warning");
            if (!kind.equals("info") || isWarning) {
                problems.add(message.path("message").asString() + " in " + message.path("extract"));
            }
        }
        return problems;
    }

    private static PublicView worst() {
        List<String> components =
                IntStream.rangeClosed(1, 25).mapToObj(i -> i + WORST.substring(0, 55)).toList();
        List<Affected> all =
                components.stream()
                        .map(c -> new Affected(c, ComponentState.PARTIAL_OUTAGE))
                        .toList();
        PublicPage page =
                new PublicPage(
                        WORST,
                        Optional.of("https://status.x.example/?a=1&copy=2"),
                        components,
                        Optional.of("https://x.example/help?a=1&b=2"),
                        Optional.of("https://x.example/status"));
        List<StatusRow> rows =
                List.of(
                        row("k1", 1, PageState.IDENTIFIED, WORST, all, long3000(WORST)),
                        row("k2", 1, PageState.MONITORING, "x".repeat(150), all, "W".repeat(3_000)),
                        row("k2", 2, PageState.RESOLVED, "\u0001", List.of(), WORST));
        return view(page, rows, List.of(work(WORST), work("\t")));
    }

    private static PublicView long90Days() {
        List<StatusRow> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String key = "2026-01-01-%08x".formatted(i);
            for (int n = 1; n < 5; n++) {
                rows.add(row(key, n, PageState.IDENTIFIED, "T", List.of(), long3000("Words. ")));
            }
            if (i > 20) {
                rows.add(row(key, 5, PageState.RESOLVED, "T", List.of(), "Over."));
            }
        }
        return view(page("Northwind"), rows, List.of());
    }

    private static String long3000(String words) {
        return words.repeat(3_000 / words.length());
    }

    private static PublicPage page(String title) {
        return new PublicPage(
                title,
                Optional.empty(),
                List.of("Website", "Checkout", "API"),
                Optional.of("support@northwind.example"),
                Optional.of("https://x.example/status"));
    }

    private static PublicView view(PublicPage page, List<StatusRow> rows, List<Maintenance> works) {
        return PublicView.of(page, rows, works, works, NOW);
    }

    private static StatusRow row(
            String key,
            int number,
            PageState state,
            String title,
            List<Affected> affected,
            String text) {
        return new StatusRow(
                key,
                new Publication(
                        number,
                        new Bulletin(new FreeText(title), state, affected, new FreeText(text)),
                        "00",
                        NOW.minus(Duration.ofMinutes(90 - number))));
    }

    private static Maintenance work(String title) {
        return new Maintenance(
                1,
                new PlannedWork(
                        new FreeText(title),
                        List.of("Website", WORST),
                        new FreeText(WORST),
                        NOW.minus(Duration.ofMinutes(1)),
                        NOW.plus(Duration.ofHours(1))),
                NOW,
                Optional.empty());
    }
}
