package io.muster.core.program;

import io.muster.core.Phrase;
import io.muster.core.approval.Revision;
import io.muster.core.notice.Effect;
import io.muster.core.notice.MessageKey;
import io.muster.core.notice.Notice;

import java.util.List;

/** How announced work reads in the program's story, and who hears: all inside, then followers. */
final class MaintenanceLines {
    private MaintenanceLines() {}

    static Phrase announced(ProgramEvent.MaintenanceAnnounced e) {
        Phrase when =
                Phrase.of("Maintenance announced on the status page: ")
                        .quote(e.title())
                        .say(", from ")
                        .at(e.from())
                        .say(" until ")
                        .at(e.to())
                        .say(
                                e.components().isEmpty()
                                        ? ""
                                        : "; " + String.join(", ", e.components()));
        Phrase words = e.text().isBlank() ? when : when.say(". ").quote(e.text());
        return words.then(hash(e.hash()));
    }

    static Phrase calledOff(ProgramEvent.MaintenanceCalledOff e) {
        return Phrase.of("Maintenance called off on the status page: ")
                .quote(e.title())
                .say(", from ")
                .at(e.from())
                .say(" until ")
                .at(e.to())
                .then(hash(e.hash()));
    }

    static List<Effect> to(ProgramEvent.MaintenanceAnnounced e, ProgramHappened happened) {
        return told(e.number(), false, e.hash(), happened);
    }

    static List<Effect> to(ProgramEvent.MaintenanceCalledOff e, ProgramHappened happened) {
        return told(e.number(), true, e.hash(), happened);
    }

    private static List<Effect> told(
            long number, boolean calledOff, String hash, ProgramHappened happened) {
        Notice line = new Notice.Line(Notice.Tone.PLAIN, ProgramLines.sentence(happened));
        return List.of(
                new Effect.Announce(MessageKey.NONE, line),
                new Effect.ToFollowers.SpreadMaintenance(number, calledOff, hash));
    }

    private static Phrase hash(String hash) {
        return Phrase.of(" (sha-256 ").code(Revision.shortHash(hash)).say(")");
    }
}
