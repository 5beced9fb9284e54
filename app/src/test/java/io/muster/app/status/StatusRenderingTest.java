package io.muster.app.status;

import static org.assertj.core.api.Assertions.assertThat;

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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * The three documents, as they are written. {@code -Dmuster.golden=write} writes the files anew.
 */
@Tag("F16")
class StatusRenderingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/muster/app/status");
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final PublicPage PAGE =
            new PublicPage(
                    "Northwind & Söhne <status>",
                    Optional.of("https://status.northwind.example/?a=1&b=2"),
                    List.of("Website", "Checkout", "API \"v2\""),
                    Optional.of("support@northwind.example"),
                    Optional.empty());
    private static final String ATTACK =
            "</p><script>alert(1)</script><img src=x onerror=\"alert(2)\"> ' onload='x \u0001\u0085";

    @ParameterizedTest
    @ValueSource(strings = {"status.html", "status.json", "status.atom"})
    void a_page_with_everything_on_it_is_written_like_this(String name) throws IOException {
        Path file = GOLDEN.resolve(name);
        String written = document(name, StatusPage.Documents.of(full()));
        if ("write".equals(System.getProperty("muster.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    @Test
    void whatever_somebody_typed_comes_out_as_words() throws Exception {
        String html = StatusHtml.of(full());
        assertThat(html)
                .doesNotContain("<script", "<img", "\u0001", "\u0085")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        Document feed =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(StatusAtom.of(full()))));
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(4);
        assertThat(feed.getDocumentElement().getTextContent()).contains("<script>alert(1)");
    }

    @Test
    void a_component_is_as_bad_as_the_worst_that_is_said_of_it_now() {
        PublicView view = full();
        assertThat(view.components())
                .extracting(Affected::state)
                .containsExactly(
                        ComponentState.MAINTENANCE,
                        ComponentState.MAJOR_OUTAGE,
                        ComponentState.OPERATIONAL);
        assertThat(view.summary()).isEqualTo("Major outage");
        assertThat(view(List.of(), List.of()).summary()).isEqualTo("All systems operational");
        PublicView watched =
                view(List.of(row("k", 1, PageState.MONITORING, "t", List.of(), NOW)), List.of());
        assertThat(watched.summary()).isEqualTo("We are looking into a problem");
    }

    @Test
    void what_is_over_affects_nothing_any_more() {
        List<Affected> broken = List.of(new Affected("Website", ComponentState.PARTIAL_OUTAGE));
        PublicView view =
                view(List.of(row("k", 1, PageState.RESOLVED, "t", broken, NOW)), List.of());
        assertThat(view.worst()).isEqualTo(ComponentState.OPERATIONAL);
        assertThat(view.current()).isEmpty();
        assertThat(view.past()).hasSize(1);
        assertThat(StatusJson.of(view)).doesNotContain("partial-outage");
    }

    @Test
    void the_feed_tells_of_work_that_is_announced_and_of_work_that_is_called_off() {
        Maintenance announced = work(1, "Move of the database", NOW.plus(Duration.ofDays(3)));
        Maintenance calledOff =
                new Maintenance(2, announced.work(), announced.announced(), Optional.of(NOW));
        PublicView view =
                PublicView.of(
                        PAGE, List.of(), List.of(announced), List.of(calledOff, announced), NOW);
        assertThat(view.changed()).as("it never jumps back").contains(NOW);
        String feed = StatusAtom.of(view);
        assertThat(feed)
                .containsSubsequence(
                        "Maintenance called off: Move of the database",
                        "Maintenance: Move of the database",
                        "Maintenance: Move of the database")
                .contains("7 Mar 2026, 10:00 UTC to 7 Mar 2026, 11:00 UTC\nAffects Website\n\n");
        assertThat(feed.lines().filter(line -> line.startsWith("    <id>")))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void where_nothing_is_published_the_page_says_so() {
        assertThat(StatusHtml.empty()).contains("Nothing is published here");
        assertThat(StatusJson.empty()).contains("\"published\": false");
        assertThat(StatusAtom.empty()).contains("<feed").doesNotContain("<entry");
    }

    @Test
    void the_page_can_be_kept_as_files(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("public");
        StatusExport.write(StatusPage.Documents.empty(), target);
        StatusExport.write(StatusPage.Documents.of(full()), target);
        assertThat(Files.readString(target.resolve("index.html"))).isEqualTo(StatusHtml.of(full()));
        try (var files = Files.list(target)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.html", "status.json", "status.atom");
        }
    }

    static PublicView full() {
        Instant began = NOW.minus(Duration.ofHours(2));
        List<Affected> checkout = List.of(new Affected("Checkout", ComponentState.MAJOR_OUTAGE));
        return view(
                List.of(
                        row(
                                "2026-03-04-aaaa0001",
                                1,
                                PageState.INVESTIGATING,
                                "Orders fail",
                                List.of(new Affected("Checkout", ComponentState.DEGRADED)),
                                began),
                        row(
                                "2026-03-04-aaaa0001",
                                2,
                                PageState.IDENTIFIED,
                                "Orders fail",
                                checkout,
                                began.plus(Duration.ofMinutes(40))),
                        row(
                                "2026-02-20-bbbb0002",
                                1,
                                PageState.MONITORING,
                                ATTACK,
                                checkout,
                                began.minus(Duration.ofDays(12))),
                        row(
                                "2026-02-20-bbbb0002",
                                2,
                                PageState.RESOLVED,
                                ATTACK,
                                List.of(),
                                began.minus(Duration.ofDays(11)))),
                List.of(
                        work(1, "Move of the database", NOW.minus(Duration.ofMinutes(5))),
                        work(2, ATTACK, NOW.plus(Duration.ofDays(3)))));
    }

    private static String document(String name, StatusPage.Documents documents) {
        return switch (name) {
            case "status.html" -> documents.html().body();
            case "status.json" -> documents.json().body();
            default -> documents.atom().body();
        };
    }

    private static PublicView view(List<StatusRow> rows, List<Maintenance> works) {
        return PublicView.of(PAGE, rows, works, List.of(), NOW);
    }

    private static StatusRow row(
            String key,
            int number,
            PageState state,
            String title,
            List<Affected> affected,
            Instant at) {
        return new StatusRow(
                key,
                new Publication(
                        number,
                        new Bulletin(
                                new FreeText(title),
                                state,
                                affected,
                                new FreeText("First line.\nSecond line.\n\n" + ATTACK)),
                        "00",
                        at));
    }

    private static Maintenance work(long id, String title, Instant from) {
        return new Maintenance(
                id,
                new PlannedWork(
                        new FreeText(title),
                        List.of("Website"),
                        new FreeText("The website is slower."),
                        from,
                        from.plus(Duration.ofHours(1))),
                NOW.minus(Duration.ofDays(1)),
                Optional.empty());
    }
}
