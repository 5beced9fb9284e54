package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plain lists of names with titles: roles, audiences, kinds, questions. */
final class RoleReader {
    private static final int LONGEST_TITLE = 60;

    private RoleReader() {}

    static List<Role> roles(Passage passage, Optional<Passage> audiences) {
        List<Role> roles = new ArrayList<>();
        passage.named(Naming.WORDS, "comms")
                .forEach((name, part) -> roles.add(new Role(new RoleName(name), title(part))));
        if (passage.isForm() && roles.stream().noneMatch(r -> r.name().equals(Role.COMMANDER))) {
            passage.problem(
                    "has no `commander`, to whom gates and reminders turn.",
                    "Add `commander: Incident commander`.");
        }
        audiences.ifPresent(section -> roles.addAll(audiences(section, List.copyOf(roles))));
        return roles;
    }

    private static List<Role> audiences(Passage passage, List<Role> roles) {
        List<Role> audiences = new ArrayList<>();
        passage.named(Naming.WORDS, "customers")
                .forEach((key, part) -> {
                    RoleName name = new RoleName(key);
                    if (roles.stream().anyMatch(role -> role.name().equals(name))) {
                        part.problem(
                                "is a role already.",
                                "Keep it under `roles` if somebody in the chat holds it,"
                                        + " else here.");
                    }
                    audiences.add(new Role(name, title(part), true));
                });
        return audiences;
    }

    static List<Kind> kinds(Passage passage) {
        List<Kind> kinds = new ArrayList<>();
        passage.named(Naming.WORDS, "security")
                .forEach((name, part) -> kinds.add(kind(new KindName(name), part)));
        return kinds;
    }

    /** A title alone is the rule; which kind began at a vendor is said where its name does not. */
    private static Kind kind(KindName name, Passage passage) {
        if (!passage.isForm()) {
            return new Kind(name, title(passage), name.equals(Kind.VENDOR));
        }
        Form form = passage.form("title", "at-a-vendor");
        return new Kind(
                name,
                title(form.need("title")),
                form.find("at-a-vendor").map(Passage::yes).orElse(name.equals(Kind.VENDOR)));
    }

    static List<Question> questions(Passage passage) {
        List<Question> questions = new ArrayList<>();
        passage.named(Naming.WORDS, "customers-impacted")
                .forEach((name, part) ->
                        questions.add(new Question(new QuestionName(name), part.text())));
        return questions;
    }

    /** A few words that fit on a button. */
    static String title(Passage passage) {
        return passage.text(LONGEST_TITLE);
    }
}
