package io.muster.app.slack.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.app.desk.Office;
import io.muster.app.document.DocumentFile;
import io.muster.app.slack.block.Message;
import io.muster.app.slack.document.DocumentMessage;
import io.muster.core.document.Extent;
import io.muster.core.document.IncidentDocument;
import io.muster.core.document.Markdown;
import io.muster.core.document.Subject;
import io.muster.core.incident.IncidentId;
import io.muster.core.policy.Policy;
import io.muster.db.Archive;
import io.muster.db.journal.Chronicle;
import io.muster.db.journal.Journal;
import io.muster.db.time.DatabaseClock;

import java.time.Instant;

/** The document as the record makes it at one instant, in each of its forms. */
final class DocumentSource {
    /** Slack takes a mebibyte; what it counts beside the text is not told. */
    private static final int MOST_BYTES = 900_000;

    private static final int[] ENTRIES = {120, 40, 10, 1};
    private static final int ENTRIES_IN_A_MESSAGE = 5;
    private static final String CUT = "\n… the rest is in the exported file: `/incident export`\n";

    private final Archive archive;
    private final Journal journal;
    private final Office office;
    private final PeopleNames names;

    DocumentSource(Archive archive, Journal journal, Office office, PeopleNames names) {
        this.archive = archive;
        this.journal = journal;
        this.office = office;
        this.names = names;
    }

    Edition read(IncidentId incident) {
        return archive.transact(tx -> {
            Chronicle chronicle = journal.chronicle(tx, incident).orElseThrow();
            return new Edition(
                    chronicle, office.policyOf(chronicle.incident()), DatabaseClock.now(tx));
        });
    }

    /** The document after one entry. */
    final class Edition {
        private final Chronicle chronicle;
        private final Policy policy;
        private final Instant now;

        private Edition(Chronicle chronicle, Policy policy, Instant now) {
            this.chronicle = chronicle;
            this.policy = policy;
            this.now = now;
        }

        /** The same for the same record: what is shown need not be shown again. */
        String fingerprint() {
            return Fingerprint.of("document " + chronicle.head().hex());
        }

        /** For a canvas: as much of the long lists as it can hold. */
        String canvas() {
            String text = "";
            for (int entries : ENTRIES) {
                IncidentDocument document = document(Extent.newest(entries));
                text = new Markdown(names.of(document.people())).body(document);
                if (text.getBytes(UTF_8).length <= MOST_BYTES) {
                    return text;
                }
            }
            return cut(text);
        }

        Message message() {
            return DocumentMessage.of(
                    chronicle.incident().id(), document(Extent.newest(ENTRIES_IN_A_MESSAGE)));
        }

        /** All of it. */
        byte[] file() {
            return DocumentFile.of(
                            chronicle, policy, now, names.of(document(Extent.WHOLE).people()))
                    .getBytes(UTF_8);
        }

        private IncidentDocument document(Extent extent) {
            return IncidentDocument.of(
                    new Subject(chronicle.incident(), policy, chronicle.story(), now), extent);
        }

        /** At the end of a line, so that no markup is left open. */
        private static String cut(String text) {
            int end = Math.min(text.length(), MOST_BYTES / 4); // whatever the letters are
            return text.substring(0, text.lastIndexOf('\n', end) + 1) + CUT;
        }
    }
}
