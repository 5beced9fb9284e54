package io.muster.core.policy;

import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;
import io.muster.core.written.Written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who agrees to what leaves the building. A purpose says only what differs from the usual. */
final class ApprovalsReader {
    private static final int MOST_APPROVALS = 9;
    private static final int LONGEST_LINE = 150;
    private static final int LONGEST_TEXT = 3_000;

    private final Names names;

    private ApprovalsReader(Names names) {
        this.names = names;
    }

    static Approvals read(Optional<Passage> passage, Names names) {
        return passage.map(p -> new ApprovalsReader(names).section(p)).orElse(Approvals.UNSAID);
    }

    private Approvals section(Passage passage) {
        Form form =
                passage.form(
                        "review-within",
                        "reviewers",
                        "needs",
                        "at-least",
                        "release",
                        "usual-purposes",
                        "purposes");
        form.need("reviewers");
        ReviewRule usual = rule(form, ReviewRule.FOUR_EYES);
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        if (form.find("usual-purposes").map(Passage::yes).orElse(true)) {
            UsualPurposes.under(usual).forEach(p -> purposes.put(p.name(), p));
        } else {
            form.need("purposes"); // nothing could be written at all
        }
        form.find("purposes")
                .ifPresent(section ->
                        section.named(Naming.WORDS, "regulator")
                                .forEach((name, part) ->
                                        purposes.put(
                                                name,
                                                purpose(
                                                        name,
                                                        part,
                                                        usual,
                                                        Optional.ofNullable(purposes.get(name))))));
        return new Approvals(
                form.find("review-within").map(Spans::elapsed),
                usual,
                List.copyOf(purposes.values()));
    }

    private ReviewRule rule(Form form, ReviewRule usual) {
        Optional<Passage> said = form.find("reviewers");
        List<RoleName> reviewers =
                said.map(p -> List.copyOf(p.each(names::role))).orElse(usual.reviewers());
        List<RoleName> unsaid = said.isPresent() ? reviewers : usual.needed();
        List<RoleName> needed = form.find("needs").map(p -> needed(p, reviewers)).orElse(unsaid);
        return new ReviewRule(
                reviewers,
                needed,
                form.find("at-least").map(ApprovalsReader::count).orElse(usual.approvals()),
                form.find("release")
                        .map(p -> List.copyOf(p.each(names::role)))
                        .filter(roles -> !roles.isEmpty())
                        .orElse(usual.release()));
    }

    private List<RoleName> needed(Passage passage, List<RoleName> reviewers) {
        List<RoleName> needed = new ArrayList<>();
        for (Passage entry : passage.listOrEmpty()) {
            RoleName role = names.role(entry);
            if (!reviewers.contains(role)) {
                entry.problem(
                        "needs `" + role + "`, who is not among the reviewers.",
                        "Add it to `reviewers`, or take it out here.");
            }
            needed.add(role);
        }
        return needed;
    }

    private static int count(Passage passage) {
        String words = passage.text();
        if (words.matches("[1-" + MOST_APPROVALS + "]")) {
            return Integer.parseInt(words);
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is no number of approvals.",
                    "Write a number from 1 to " + MOST_APPROVALS + ".");
        }
        return 1;
    }

    private Purpose purpose(String name, Passage part, ReviewRule usual, Optional<Purpose> known) {
        Form form =
                part.form(
                        "title",
                        "reviewers",
                        "needs",
                        "at-least",
                        "release",
                        "audience",
                        "channel",
                        "subject",
                        "text");
        Template before = known.map(Purpose::template).orElse(Template.BLANK);
        String title =
                known.filter(k -> form.find("title").isEmpty())
                        .map(Purpose::title)
                        .orElseGet(() -> RoleReader.title(form.need("title")));
        return new Purpose(
                name,
                title,
                rule(form, usual),
                new Template(
                        words(form, "audience", before.audience(), LONGEST_LINE),
                        words(form, "channel", before.channel(), LONGEST_LINE),
                        words(form, "subject", before.subject(), LONGEST_LINE),
                        words(form, "text", before.text(), LONGEST_TEXT)));
    }

    /** Words of a template, which may have several lines. */
    private static String words(Form form, String key, String usual, int longest) {
        Optional<Passage> said = form.find(key);
        if (said.isEmpty()) {
            return usual;
        }
        String text =
                said.get().written() instanceof Written.Scalar scalar ? scalar.text().strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            said.get()
                    .problem(
                            "is no text of up to " + longest + " characters.",
                            "Write the words that such a draft begins with.");
        }
        Template.WORD
                .matcher(text)
                .results()
                .map(found -> Template.name(found.group(1)))
                .filter(word -> !Template.WORDS.contains(word))
                .forEach(word ->
                        said.get()
                                .problem(
                                        "has `{" + word + "}`, which stands for nothing.",
                                        Nearest.remedy(
                                                word,
                                                Template.WORDS,
                                                "What can stand in braces:")));
        return text;
    }
}
