package io.muster.core.roster;

import io.muster.core.policy.KindName;
import io.muster.core.policy.Policy;
import io.muster.core.policy.SeverityName;
import io.muster.core.written.Choices;
import io.muster.core.written.Form;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code tickets}: in which system, and what gets one. */
final class TicketReader {
    private static final String GITHUB = "https://api.github.com";
    private static final String USUAL_TYPE = "Task";
    private static final Pattern JIRA_KEY = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}");
    private static final Pattern POINTER = Pattern.compile("(/[^/\\s]{1,60}){1,8}");
    private static final String REST = "(:\\d{1,5})?(/[^\\s#@?]*)?";
    private static final Pattern HTTPS = Pattern.compile("https://[A-Za-z0-9.-]+" + REST);
    private static final Pattern HERE =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])" + REST);
    private static final Choices<TicketSystem.Product> PRODUCTS =
            Choices.of(TicketSystem.Product::word, TicketSystem.Product.values());
    private static final List<String> MOVES =
            List.of("resolved", "reopened", "closed", "dismissed");
    private static final List<String> PRIVATE = List.of("no", "neutral");
    private static final List<String> ACTIONS = List.of("on-request", "always");

    private TicketReader() {}

    static Optional<TicketSystem> read(Optional<Passage> section, Policy policy) {
        return section.map(passage -> system(passage, policy));
    }

    private static TicketSystem system(Passage passage, Policy policy) {
        Form form =
                passage.form(
                        "system",
                        "address",
                        "project",
                        "type",
                        "user",
                        "token-from",
                        "private-addresses",
                        "severities",
                        "kinds",
                        "private",
                        "actions",
                        "moves",
                        "answer");
        TicketSystem.Product product = form.need("system").choice(PRODUCTS);
        boolean here = form.find("private-addresses").map(Passage::yes).orElse(false);
        only(form.find("type"), product.isJira(), "`type` is for Jira");
        only(form.find("moves"), product.isJira(), "`moves` is for Jira; GitHub only closes");
        only(
                form.find("answer"),
                product == TicketSystem.Product.WEBHOOK,
                "`answer` is for a webhook");
        return new TicketSystem(
                product,
                address(form, product, here),
                project(form, product),
                form.find("type").map(Passage::text).orElse(USUAL_TYPE),
                form.find("user").map(Passage::text),
                form.need("token-from").variable("TICKET_TOKEN").orElse(""),
                here,
                moves(form.find("moves")),
                form.find("answer").map(TicketReader::answer).orElse(TicketSystem.Answer.USUAL),
                gets(form, policy));
    }

    private static Ticketing gets(Form form, Policy policy) {
        return new Ticketing(
                true,
                names(
                        form.find("severities"),
                        policy.severities().stream().map(s -> s.name().value()).toList(),
                        SeverityName::new),
                names(
                        form.find("kinds"),
                        policy.kinds().stream().map(k -> k.name().value()).toList(),
                        KindName::new),
                form.find("private").map(p -> oneOf(p, PRIVATE).equals("neutral")).orElse(false),
                form.find("actions").map(p -> oneOf(p, ACTIONS).equals("always")).orElse(false));
    }

    private static String address(Form form, TicketSystem.Product product, boolean here) {
        Optional<Passage> written =
                product == TicketSystem.Product.GITHUB
                        ? form.find("address")
                        : Optional.of(form.need("address"));
        return written.map(p -> address(p, here)).orElse(GITHUB).replaceAll("/+$", "");
    }

    private static String address(Passage passage, boolean here) {
        String words = passage.text();
        boolean fine =
                words.isEmpty()
                        || HTTPS.matcher(words).matches()
                        || (here && HERE.matcher(words).matches());
        if (!fine) {
            passage.problem(
                    "says " + passage.quoted() + ", which is not an https address.",
                    "Write one like `https://acme.atlassian.net`; `http` only for this very"
                            + " machine, with `private-addresses: yes`.");
        }
        return words;
    }

    private static String project(Form form, TicketSystem.Product product) {
        return switch (product) {
            case JIRA_CLOUD, JIRA_SERVER ->
                    matching(form.need("project"), JIRA_KEY, "the key of a Jira project", "SEC");
            case GITHUB ->
                    matching(form.need("project"), REPOSITORY, "a repository", "acme/incidents");
            case WEBHOOK -> form.find("project").map(Passage::text).orElse("");
        };
    }

    /** A token never stands in the file; what stands there by mistake is not repeated. */
    private static SequencedMap<String, String> moves(Optional<Passage> section) {
        SequencedMap<String, String> moves = new LinkedHashMap<>();
        section.ifPresent(passage -> {
            Form form = passage.form(MOVES.toArray(String[]::new));
            MOVES.forEach(word -> form.find(word).ifPresent(move -> moves.put(word, move.text())));
        });
        return moves;
    }

    private static TicketSystem.Answer answer(Passage passage) {
        Form form = passage.form("url", "key");
        return new TicketSystem.Answer(
                matching(form.need("url"), POINTER, "a JSON pointer", "/data/url"),
                matching(form.need("key"), POINTER, "a JSON pointer", "/data/key"));
    }

    private static void only(Optional<Passage> part, boolean fits, String why) {
        if (!fits) {
            part.ifPresent(p -> p.problem("has no meaning here: " + why + ".", "Take it out."));
        }
    }

    private static <T> Set<T> names(
            Optional<Passage> list, List<String> known, Function<String, T> name) {
        return list.map(Passage::list).orElse(List.of()).stream()
                .map(entry -> oneOf(entry, known))
                .filter(known::contains)
                .map(name)
                .collect(Collectors.toSet());
    }

    private static String oneOf(Passage passage, List<String> known) {
        String word = passage.text();
        if (!word.isEmpty() && !known.contains(word)) {
            passage.problem(
                    "says "
                            + passage.quoted()
                            + ", which is not one of the words that can stand"
                            + " there.",
                    Nearest.remedy(word, known, "Write one of"));
        }
        return word;
    }

    private static String matching(Passage passage, Pattern pattern, String what, String example) {
        String words = passage.text();
        if (!words.isEmpty() && !pattern.matcher(words).matches()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is not " + what + ".",
                    "Write one like `" + example + "`.");
        }
        return words;
    }
}
