package io.muster.core.policy;

import io.muster.core.calendar.CalendarName;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;
import io.muster.core.written.Written;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every name that a policy declares, gathered before anything else is read: so a mention can be
 * checked wherever it stands, and a broken role is still a role that others may mention.
 */
final class Names {
    /** What the name of a severity looks like. */
    static final Naming SEVERITY =
            new Naming(
                    Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,15}"),
                    "up to 16 letters, digits and hyphens");

    private final Declared roles;
    private final Declared audiences;
    private final Declared told;
    private final Declared severities;
    private final Declared kinds;
    private final Declared calendars;
    private final Declared phases;
    private final Declared items;
    private final Declared questions;

    private Names(Written root) {
        roles = Declared.under(root, "role", "roles").with(Role.COMMANDER.value());
        audiences = Declared.optionallyUnder(root, "audience", "audiences");
        told = roles.and(audiences);
        severities = Declared.under(root, "severity", "severities");
        kinds = Declared.under(root, "kind", "kinds");
        calendars = Declared.under(root, "calendar", "calendars");
        phases = Declared.under(root, "phase", "phases");
        items = Declared.items(root);
        questions = Declared.optionallyUnder(root, "question", "questions");
    }

    static Names in(Written root) {
        return new Names(root);
    }

    /** The names of all severities, gravest first. */
    SequencedSet<String> severities() {
        return severities.names();
    }

    /** The names of all calendars. */
    SequencedSet<String> calendars() {
        return calendars.names();
    }

    /** A role that somebody in the chat can hold. */
    RoleName role(Passage passage) {
        return role(passage, passage.text());
    }

    /** The same, where the name is only a part of what stands there. */
    RoleName role(Passage passage, String name) {
        if (audiences.names().contains(name) && !roles.names().contains(name)) {
            passage.problem(
                    "names the audience `" + name + "`, where somebody in the chat is meant.",
                    "Audiences are only told, by `escalation`. Use one of "
                            + Nearest.list(roles.names())
                            + ".");
        } else {
            roles.check(passage, name);
        }
        return new RoleName(name);
    }

    RoleName roleOrAudience(Passage passage) {
        return new RoleName(told.mention(passage));
    }

    /** The same, where the name is the key and not what stands beside it. */
    RoleName roleOrAudience(Passage passage, String name) {
        told.check(passage, name);
        return new RoleName(name);
    }

    SeverityName severity(Passage passage) {
        return new SeverityName(severities.mention(passage));
    }

    /** The same, where the name is the key and not what stands beside it. */
    SeverityName severity(Passage passage, String name) {
        severities.check(passage, name);
        return new SeverityName(name);
    }

    KindName kind(Passage passage) {
        return new KindName(kinds.mention(passage));
    }

    CalendarName calendar(Passage passage) {
        return new CalendarName(calendars.mention(passage));
    }

    QuestionName question(Passage passage) {
        return new QuestionName(questions.mention(passage));
    }

    /** A question, where its name is only a part of what stands there. */
    QuestionName question(Passage passage, String name) {
        questions.check(passage, name);
        return new QuestionName(name);
    }

    /** A question of this policy, or one that stands elsewhere, such as in a law. */
    QuestionName question(Passage passage, Set<String> elsewhere) {
        String name = passage.quietText();
        return elsewhere.contains(name) ? new QuestionName(name) : question(passage);
    }

    /** A phase, where its name is only a part of what stands there. */
    PhaseName phase(Passage passage, String name) {
        if (name.isEmpty() && !passage.text().isEmpty()) {
            passage.problem("names no phase.", "Write its name behind it.");
        }
        phases.check(passage, name);
        return new PhaseName(name);
    }

    /** A checklist item, where its name is only a part of what stands there. */
    ItemName item(Passage passage, String name) {
        items.check(passage, name);
        return new ItemName(name);
    }

    /**
     * The names of one section.
     *
     * @param readable whether the section is there as it should be. If it is not, that is reported
     *     once by whoever reads it, and mentions of its names are let through: a hundred complaints
     *     about one missing section help nobody.
     */
    private record Declared(
            String what, String section, SequencedSet<String> names, boolean readable) {
        static Declared under(Written root, String what, String key) {
            SequencedSet<String> names = keys(root, key);
            return new Declared(what, "`" + key + "`", names, !names.isEmpty());
        }

        static Declared optionallyUnder(Written root, String what, String key) {
            SequencedSet<String> names = keys(root, key);
            boolean readable = !names.isEmpty() || find(root, key).isEmpty();
            return new Declared(what, "`" + key + "`", names, readable);
        }

        static Declared items(Written root) {
            SequencedSet<String> names = new LinkedHashSet<>();
            find(root, "phases").stream()
                    .flatMap(Declared::values)
                    .forEach(phase -> names.addAll(keys(phase, "checklist")));
            boolean readable = !keys(root, "phases").isEmpty();
            return new Declared("item", "the checklists of the `phases`", names, readable);
        }

        /** With a name that must be there; that it is not is reported once, where it should be. */
        Declared with(String name) {
            SequencedSet<String> more = new LinkedHashSet<>(names);
            more.add(name);
            return new Declared(what, section, more, readable);
        }

        Declared and(Declared other) {
            SequencedSet<String> both = new LinkedHashSet<>(names);
            both.addAll(other.names);
            return new Declared(
                    what, section + " or " + other.section, both, readable && other.readable);
        }

        String mention(Passage passage) {
            String name = passage.text();
            check(passage, name);
            return name;
        }

        void check(Passage passage, String name) {
            if (!readable || name.isEmpty() || names.contains(name)) {
                return;
            }
            String add = "Add it to " + section;
            passage.problem(
                    "names the " + what + " `" + name + "`, which is not among " + section + ".",
                    names.isEmpty()
                            ? add + "."
                            : Nearest.remedy(name, names, add + ", or use one of"));
        }

        private static SequencedSet<String> keys(Written mapping, String section) {
            SequencedSet<String> keys = new LinkedHashSet<>();
            entries(find(mapping, section).stream())
                    .map(entry -> entry.key().text().strip())
                    .filter(key -> key.length() <= Passage.LONGEST_KEY)
                    .forEach(keys::add);
            return keys;
        }

        private static Stream<Written> values(Written written) {
            return entries(Stream.of(written)).map(Written.Entry::value);
        }

        private static Optional<Written> find(Written written, String key) {
            return entries(Stream.of(written))
                    .filter(entry -> entry.key().text().strip().equals(key))
                    .map(Written.Entry::value)
                    .findFirst();
        }

        private static Stream<Written.Entry> entries(Stream<Written> written) {
            return written.filter(Written.Mapping.class::isInstance)
                    .map(Written.Mapping.class::cast)
                    .flatMap(mapping -> mapping.entries().stream());
        }
    }
}
