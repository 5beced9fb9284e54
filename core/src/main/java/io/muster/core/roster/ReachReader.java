package io.muster.core.roster;

import io.muster.core.calendar.Span;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how people are reached: {@code reach} of a person, and the {@code webhooks}. */
final class ReachReader {
    private static final Pattern STEP =
            Pattern.compile(
                    "(slack|email|webhook +(?<hook>[a-z0-9][a-z0-9-]{0,39}))( +after +(?<span>.+))?");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String REST = "(:\\d{1,5})?(/[^\\s#@]*)?";
    private static final Pattern HTTPS = Pattern.compile("https://[A-Za-z0-9.-]+" + REST);
    private static final Pattern HERE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])" + REST);
    private static final Choices<Webhook.Format> FORMATS =
            Choices.of(f -> f.name().toLowerCase(Locale.ROOT), Webhook.Format.values());

    private ReachReader() {}

    /** The webhooks, by name. */
    static SequencedMap<String, Webhook> webhooks(Optional<Passage> section) {
        SequencedMap<String, Webhook> webhooks = new LinkedHashMap<>();
        section.ifPresent(passage ->
                passage.named(Naming.WORDS, "pagerduty")
                        .forEach((name, part) -> webhooks.put(name, webhook(name, part))));
        return webhooks;
    }

    private static Webhook webhook(String name, Passage passage) {
        Form form = passage.form("format", "url", "secret-from", "private-addresses");
        Webhook.Format format = form.need("format").choice(FORMATS);
        boolean mayBePrivate = form.find("private-addresses").map(Passage::yes).orElse(false);
        Optional<Passage> url =
                format == Webhook.Format.PAGERDUTY
                        ? form.find("url")
                        : Optional.of(form.need("url"));
        return new Webhook(
                name,
                format,
                url.map(p -> address(p, mayBePrivate)).orElse(Webhook.PAGERDUTY),
                form.need("secret-from").variable("PAGERDUTY_ROUTING_KEY").orElse(""),
                mayBePrivate);
    }

    /** A secret never stands in the file: what stands there is where to find it. */
    private static String address(Passage passage, boolean mayBePrivate) {
        String words = passage.text();
        boolean here = mayBePrivate && HERE.matcher(words).matches();
        if (words.isEmpty() || here || HTTPS.matcher(words).matches()) {
            return words;
        }
        passage.problem(
                "says " + passage.quoted() + ", which is not an https address.",
                "Write one like `https://pager.example.com/in`; `http` only for this very"
                        + " machine, with `private-addresses: yes`.");
        return "";
    }

    /**
     * The steps of one person, soonest first as written.
     *
     * @param webhooks those that the file has
     * @param hasAddress the file knows an address to mail to
     */
    static List<ReachStep> steps(
            Optional<Passage> reach, Set<String> webhooks, boolean hasAddress) {
        List<ReachStep> steps = new ArrayList<>();
        for (Passage entry : reach.map(Passage::list).orElse(List.of())) {
            step(entry, webhooks)
                    .filter(step -> isInOrder(entry, step, steps))
                    .ifPresent(steps::add);
        }
        boolean byMail = steps.stream().anyMatch(s -> s.way().equals(Way.EMAIL));
        if (byMail && !hasAddress) {
            reach.ifPresent(passage ->
                    passage.problem(
                            "names e-mail, and this person has no address here.",
                            "Add `email: …` to the person."));
        }
        return steps;
    }

    private static Optional<ReachStep> step(Passage entry, Set<String> webhooks) {
        Matcher matcher = STEP.matcher(entry.quietText().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            if (!entry.text().isEmpty()) {
                entry.problem(
                        "says " + entry.quoted() + ", which is no way to reach somebody.",
                        "Write `slack`, `email after 2 minutes` or `webhook pagerduty after 5"
                                + " minutes`.");
            }
            return Optional.empty();
        }
        Optional<Duration> after = after(entry, Optional.ofNullable(matcher.group("span")));
        return after.flatMap(a -> way(entry, matcher, webhooks).map(way -> new ReachStep(way, a)));
    }

    private static Optional<Way> way(Passage entry, Matcher matcher, Set<String> webhooks) {
        String hook = matcher.group("hook");
        if (hook == null) {
            boolean slack = matcher.group(1).equals("slack");
            if (slack && matcher.group("span") != null) {
                entry.problem(
                        "lets Slack wait.",
                        "Write `slack` alone: a direct message always comes at once.");
            }
            return Optional.of(slack ? Way.SLACK : Way.EMAIL);
        }
        if (!webhooks.contains(hook)) {
            entry.problem(
                    "names the webhook `" + hook + "`, which the file does not have.",
                    Nearest.remedy(hook, List.copyOf(webhooks), "Add it under `webhooks`. There:"));
            return Optional.empty();
        }
        return Optional.of(Way.webhook(hook));
    }

    private static Optional<Duration> after(Passage entry, Optional<String> words) {
        if (words.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        if (Span.parse(words.get()).orElse(null) instanceof Span.Elapsed(Duration after)
                && after.compareTo(LONGEST) <= 0) {
            return Optional.of(after);
        }
        entry.problem(
                "waits `" + words.get() + "`, which is no such time.",
                "Write minutes or hours, at most 24 hours: `email after 2 minutes`.");
        return Optional.empty();
    }

    private static boolean isInOrder(Passage entry, ReachStep step, List<ReachStep> before) {
        if (before.stream().anyMatch(s -> s.way().equals(step.way()))) {
            entry.problem("names the same way for the second time.", "Take it out.");
            return false;
        }
        if (!before.isEmpty() && before.getLast().after().compareTo(step.after()) > 0) {
            entry.problem(
                    "comes before the step above it.", "Put the steps into the order of time.");
            return false;
        }
        return true;
    }
}
