package io.muster.app.document;

import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.document.Extent;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Markdown;
import io.muster.core.document.Subject;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.db.journal.Chronicle;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole document as one Markdown file. It ends with the hash of the newest entry that it was
 * made from: kept elsewhere, it shows later whether the record is still the one that it tells of.
 */
public final class DocumentFile {
    private static final Pattern SEAL =
            Pattern.compile(
                    "(?m)^Record: INC-(\\d{1,12}), entry (\\d{1,9}), SHA-256 `([0-9a-f]{64})`$");

    private DocumentFile() {}

    /**
     * What a file says that it was made from.
     *
     * @param entry the number of the newest entry
     * @param hash of that entry, in hexadecimal
     */
    public record Seal(IncidentId incident, int entry, String hash) {}

    /**
     * The file.
     *
     * @param names how people are called
     */
    public static String of(
            Chronicle chronicle, Policy policy, Instant now, Function<PersonId, String> names) {
        IncidentDocument document =
                IncidentDocument.of(
                        new Subject(chronicle.incident(), policy, chronicle.story(), now),
                        Extent.WHOLE);
        Markdown markdown = new Markdown(names);
        return markdown.of(document) + people(document, markdown) + seal(chronicle);
    }

    /**
     * What this file says that it was made from; the last word counts. Empty if it says nothing.
     */
    public static Optional<Seal> sealOf(String file) {
        Matcher matcher = SEAL.matcher(file.replace("\r", ""));
        Optional<Seal> seal = Optional.empty();
        while (matcher.find()) {
            seal =
                    Optional.of(
                            new Seal(
                                    new IncidentId(Long.parseLong(matcher.group(1))),
                                    Integer.parseInt(matcher.group(2)),
                                    matcher.group(3)));
        }
        return seal;
    }

    /** Names change and are not unique; ids stay. */
    private static String people(IncidentDocument document, Markdown markdown) {
        StringBuilder text = new StringBuilder("\n## People\n\n");
        for (PersonId person : document.people()) {
            text.append("- ")
                    .append(markdown.line(Phrase.EMPTY.who(person).say(" · ").code(person.value())))
                    .append("\n");
        }
        return text.toString();
    }

    private static String seal(Chronicle chronicle) {
        return "\n---\n\nRecord: "
                + chronicle.incident().id()
                + ", entry "
                + chronicle.story().size()
                + ", SHA-256 `"
                + chronicle.head().hex()
                + "`\n\nTo check the record against this file: `verify --document <file>`\n";
    }
}
