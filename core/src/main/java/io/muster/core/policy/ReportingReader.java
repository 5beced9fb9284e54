package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Passage;

import java.util.List;

/** How a suspicion is reported in private. */
final class ReportingReader {
    private ReportingReader() {}

    static Reporting read(Passage passage, Names names) {
        Form form = passage.form("contact", "severity", "kind", "tell");
        return new Reporting(
                form.text("contact"),
                names.severity(form.need("severity")),
                form.find("kind").map(names::kind),
                List.copyOf(form.need("tell").each(names::role)));
    }
}
