package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.List;

/** Which notices are word to which audience of the escalation matrix. */
final class ReachReader {
    private final Names names;
    private final List<String> duties;
    private final List<String> purposes;

    ReachReader(Names names, List<NotificationRule> duties, Approvals approvals) {
        this.names = names;
        this.duties = duties.stream().map(d -> d.name().value()).toList();
        this.purposes = approvals.purposes().stream().map(Purpose::name).toList();
    }

    List<NoticeReach> read(Passage passage) {
        List<NoticeReach> reached = new ArrayList<>();
        passage.named(Naming.WORDS, "customers")
                .forEach((audience, part) -> reached.add(reach(audience, part)));
        return reached;
    }

    private NoticeReach reach(String audience, Passage part) {
        RoleName role = names.roleOrAudience(part, audience);
        Form form = part.form("duties", "purposes");
        return new NoticeReach(
                role,
                form.find("duties").map(p -> known(p, "duty", duties)).orElse(List.of()).stream()
                        .map(DutyName::new)
                        .toList(),
                form.find("purposes").map(p -> known(p, "purpose", purposes)).orElse(List.of()));
    }

    private static List<String> known(Passage passage, String what, List<String> all) {
        List<String> known = new ArrayList<>();
        for (Passage entry : passage.listOrEmpty()) {
            String name = entry.text();
            if (all.contains(name)) {
                known.add(name);
            } else if (!name.isEmpty()) {
                entry.problem(
                        "names the " + what + " `" + name + "`, which this policy does not have.",
                        all.isEmpty()
                                ? "Take it out."
                                : Nearest.remedy(name, all, "Take it out, or use one of"));
            }
        }
        return known;
    }
}
