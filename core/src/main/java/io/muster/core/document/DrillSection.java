package io.muster.core.document;

import io.muster.core.FreeText;
import io.muster.core.Phrase;
import io.muster.core.drill.Conclusion;
import io.muster.core.drill.Exercise;
import io.muster.core.drill.Note;

import java.util.ArrayList;
import java.util.List;

/**
 * What was rehearsed, what was thrown in, found and concluded. What is still to be thrown in is not
 * betrayed: those who take part read this too.
 */
final class DrillSection implements Section {
    @Override
    public Chapter of(Subject subject, Extent extent) {
        Exercise exercise = subject.incident().dossier().exercise();
        List<Passage> passages = new ArrayList<>();
        bullets(passages, plan(exercise));
        notes(passages, "Injects", exercise.played());
        notes(passages, "Findings", exercise.findings());
        exercise.conclusion()
                .ifPresent(end -> {
                    passages.add(new Passage.Subtitle("Result"));
                    bullets(passages, result(end));
                });
        return new Chapter("Drill", passages);
    }

    private static List<Phrase> plan(Exercise exercise) {
        List<Phrase> lines = new ArrayList<>();
        exercise.kind().ifPresent(kind -> lines.add(Wording.labelled("Kind", Phrase.of(kind))));
        if (exercise.pace() != 1) {
            lines.add(Wording.labelled("Time", Phrase.of(exercise.pace() + " times as fast")));
        }
        return lines;
    }

    private static void notes(List<Passage> passages, String title, List<Note> notes) {
        if (!notes.isEmpty()) {
            passages.add(new Passage.Subtitle(title));
            bullets(passages, notes.stream().map(DrillSection::line).toList());
        }
    }

    private static Phrase line(Note note) {
        return Phrase.EMPTY
                .quote(note.text())
                .say(" (")
                .then(Wording.byAndWhen(note.by(), note.at()))
                .say(")");
    }

    private static List<Phrase> result(Conclusion end) {
        List<Phrase> lines = new ArrayList<>();
        lines.add(
                Wording.labelled("Verdict", Phrase.of(end.verdict().words() + ", ").at(end.at())));
        said(lines, "Tested", end.tested());
        said(lines, "Result", end.result());
        said(lines, "To do", end.actions());
        if (!end.participants().isEmpty()) {
            lines.add(Wording.labelled("Took part", Phrase.EMPTY.everyone(end.participants())));
        }
        return lines;
    }

    private static void said(List<Phrase> lines, String label, FreeText words) {
        if (!words.isBlank()) {
            lines.add(Wording.labelled(label, Phrase.EMPTY.quote(words)));
        }
    }

    private static void bullets(List<Passage> passages, List<Phrase> lines) {
        if (!lines.isEmpty()) {
            passages.add(new Passage.Bullets(lines));
        }
    }
}
