package io.muster.core.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds wordings that look for a culprit instead of a cause. It knows English only, warns and never
 * forbids: whoever writes decides.
 */
public final class Blameless {
    private static final List<Rule> RULES =
            List.of(
                    rule(
                            "(human|operator|user|pilot|manual) error",
                            "Say what made the mistake easy to make, and what let it through."),
                    rule(
                            "(should|ought to|must) (not )?have( been)?|shouldn['’]t have|should['’]ve",
                            "Say what happened, and what made it look right at that moment."),
                    rule(
                            "(could|might) (easily )?have (known|seen|noticed|prevented|avoided|checked)",
                            "Hindsight knows more than people did. Say what they could see then."),
                    rule(
                            "careless(ly|ness)?|negligen(t|tly|ce)|reckless(ly)?|irresponsibl[ey]|sloppy|lazy|laziness|incompeten(t|ce)|stupid(ly)?|inattenti(ve|on)",
                            "Leave the person out. Say which safeguard was missing."),
                    rule(
                            "(his|her|their|whose) (own )?fault|faults? of|at fault|to blame|blamed?|guilty|culprits?",
                            "Ask how the system allowed it, not whose doing it was."),
                    rule(
                            "(he|she|they|someone|somebody|the (engineer|developer|operator|admin|administrator|on-call|person|employee|intern|contractor|team)) (failed|forgot|neglected|omitted) to",
                            "Say what the step was, and why nothing asked for it or noticed."),
                    rule(
                            "forgot(ten)?( to)?|forgetful|(did not|didn['’]t) bother|(did not|didn['’]t) (pay attention|think)",
                            "Memory is no safeguard. Say what could have reminded or stopped people."),
                    rule(
                            "common sense|obviously|clearly knew|simply|just needed to",
                            "What is obvious now was not then. Say what was known when."),
                    rule(
                            "(lack of|not enough|insufficient) (care|discipline|attention|diligence)",
                            "More care is no plan. Say which check or guard would catch it."));

    private static final String NAMED =
            "Write the role instead of the person: \"the engineer on call\".";
    private static final Pattern MENTION =
            Pattern.compile(
                    "<@[UW][A-Z0-9]+(\\|[^>]*)?>|(?<![\\p{L}\\p{N}._-])@[\\p{L}][\\p{L}\\p{N}._-]+");

    private Blameless() {}

    private record Rule(Pattern pattern, String remedy) {}

    /** Whether texts in this language can be checked. */
    public static boolean speaks(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    /** Wordings in any part of a post-mortem, in the order in which they stand there. */
    public static List<Wording> wordings(String text) {
        List<Placed> found = new ArrayList<>();
        RULES.forEach(rule -> find(text, rule.pattern(), rule.remedy(), found));
        return inOrder(found);
    }

    /**
     * Wordings where it is said why something happened: there people are not named either.
     *
     * @param names names of people as they are written, such as {@code Ana Ruiz}
     */
    public static List<Wording> wordingsOfCause(String text, Collection<String> names) {
        List<Placed> found = new ArrayList<>();
        RULES.forEach(rule -> find(text, rule.pattern(), rule.remedy(), found));
        find(text, MENTION, NAMED, found);
        names.stream()
                .filter(name -> name.strip().length() > 1)
                .forEach(name -> find(text, name(name.strip()), NAMED, found));
        return inOrder(found);
    }

    private record Placed(int at, Wording wording) {}

    private static void find(String text, Pattern pattern, String remedy, List<Placed> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Placed(matcher.start(), new Wording(matcher.group(), remedy)));
        }
    }

    /** The same words twice are one thing to mend. */
    private static List<Wording> inOrder(List<Placed> found) {
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(Placed::at))
                .map(Placed::wording)
                .distinct()
                .toList();
    }

    private static Rule rule(String words, String remedy) {
        return new Rule(words(words), remedy);
    }

    /** As it is written: "will" is not Will. */
    private static Pattern name(String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
    }

    private static Pattern words(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
