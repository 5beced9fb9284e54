package io.muster.core.policy;

import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The control map: which records show that which criterion is met. */
final class ControlReader {
    private static final int LONGEST_ID = 20;
    private static final int LONGEST_TITLE = 80;
    private static final Choices<RecordKind> KINDS =
            Choices.of(RecordKind::word, RecordKind.values());

    private ControlReader() {}

    static List<Control> read(Passage passage) {
        List<Control> controls = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Passage entry : passage.list()) {
            Control control = control(entry);
            if (!control.id().isEmpty() && !ids.add(control.id())) {
                entry.problem(
                        "is the second control called `" + control.id() + "`.",
                        "Put both into one, or give it its own id.");
            }
            controls.add(control);
        }
        return controls;
    }

    private static Control control(Passage passage) {
        Form form = passage.form("id", "title", "requirement", "met-by", "proven-by");
        return new Control(
                form.need("id").text(LONGEST_ID),
                form.need("title").text(LONGEST_TITLE),
                form.text("requirement"),
                form.text("met-by"),
                List.copyOf(form.need("proven-by").each(p -> p.choice(KINDS))));
    }
}
