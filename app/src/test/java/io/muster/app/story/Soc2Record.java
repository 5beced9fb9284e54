package io.muster.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.app.cli.Cli;
import io.muster.app.cli.Console;
import io.muster.app.document.DocumentFile;
import io.muster.app.sandbox.Modal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is left of a breach for whoever reads about it a year later. */
record Soc2Record(Acting at) {
    static Soc2Record of(Soc2Breach breach) {
        return new Soc2Record(breach.at());
    }

    void provesIt() {
        theReviewCanBeReadWhole();
        String document = exported();
        theDocumentHoldsTheCourse(document);
        theRecordIsWhole(document);
    }

    private void theReviewCanBeReadWhole() {
        at.sheet("eli", "pir");
        at.person("eli").clicksIn(at.open("eli"), "Read it");
        at.story()
                .eventually(
                        "the review is open", () -> at.open("eli").buttons().contains("Overview"));
        assertThat(everyPage("eli"))
                .contains("Monitoring", "An account without an owner", "Customers: 412 customers")
                .contains("Accounts need an owner and an end")
                .contains("Close accounts that nobody used for 30 days", "Sam Lindqvist")
                .contains("Time to resolve");
    }

    private String everyPage(String handle) {
        StringBuilder pages = new StringBuilder();
        while (true) {
            Modal page = at.open(handle);
            pages.append(page.plainText()).append('\n');
            if (!page.buttons().contains("Read on")) {
                return pages.toString();
            }
            at.person(handle).clicksIn(page, "Read on");
            at.story()
                    .eventually(
                            "the next page",
                            () -> !at.open(handle).plainText().equals(page.plainText()));
        }
    }

    private String exported() {
        at.types("ciro", "export", "here in the channel");
        at.story()
                .eventually(
                        "the file comes",
                        () ->
                                at.room().messages().stream()
                                        .anyMatch(m -> !m.fileTexts().isEmpty()));
        return at.room().messages().stream()
                .flatMap(m -> m.fileTexts().stream())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void theDocumentHoldsTheCourse(String document) {
        assertThat(document)
                .startsWith("# INC-1 · Customer table copied out\n")
                .contains("tickets.example/browse/SEC-7")
                .contains("P1 (Critical)", "SOC2-IRP-001 version 1.0")
                .contains("Forensics Ltd", "LDI-2026-4711", "412 customers");
    }

    private void theRecordIsWhole(String document) {
        assertThat(DocumentFile.sealOf(document)).isPresent();
        assertThat(run("verify")).contains("Intact");
        assertThat(run("verify", "--document", saved(document))).contains("The same");
    }

    private static String saved(String document) {
        try {
            Path file = Files.createTempFile("inc-1", ".md");
            Files.writeString(file, document);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... verb) {
        StringWriter said = new StringWriter();
        Console console =
                new Console(
                        Map.of("MUSTER_DATABASE_URL", at.story().database().url()),
                        new PrintWriter(said),
                        new PrintWriter(said));
        assertThat(Cli.run(console, verb)).isZero();
        return said.toString();
    }
}
