package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Document control: what the plan is called, who owns it, how it came to be. */
final class DocumentReader {
    private static final Pattern PERIOD = Pattern.compile("([1-9]\\d{0,3}) (day|month|year)s?");

    private DocumentReader() {}

    static Document read(Passage passage) {
        Form form =
                passage.form(
                        "id",
                        "title",
                        "version",
                        "date",
                        "classification",
                        "owner",
                        "review-every",
                        "history");
        String version = form.text("version");
        List<Document.Revision> history =
                form.need("history").list().stream().map(DocumentReader::revision).toList();
        if (!history.isEmpty()
                && history.stream().noneMatch(revision -> revision.version().equals(version))) {
            form.need("history")
                    .warning(
                            "does not say what changed in version " + version + ".",
                            "Add a line for it: an auditor reads the history first.");
        }
        return new Document(
                form.text("id"),
                form.text("title"),
                version,
                form.text("date"),
                form.text("classification"),
                form.text("owner"),
                form.find("review-every").flatMap(DocumentReader::period),
                history);
    }

    private static Document.Revision revision(Passage passage) {
        Form form = passage.form("version", "date", "author", "changes");
        return new Document.Revision(
                form.text("version"), form.text("date"), form.text("author"), form.text("changes"));
    }

    static Optional<Period> period(Passage passage) {
        String words = passage.text();
        Matcher matcher = PERIOD.matcher(words);
        if (!matcher.matches()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no interval between reviews.",
                    "Write it like `1 year`, `6 months` or `90 days`.");
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "day" -> Period.ofDays(count);
                    case "month" -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                });
    }
}
