package io.muster.core.roster;

import io.muster.core.PersonId;
import io.muster.core.alert.AlertReader;
import io.muster.core.policy.Policy;
import io.muster.core.policy.RoleName;
import io.muster.core.statuspage.PublicPageReader;
import io.muster.core.written.Form;
import io.muster.core.written.Naming;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;
import io.muster.core.written.Problems;
import io.muster.core.written.Reading;
import io.muster.core.written.Written;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns a written team file into a {@link Team}. Whatever a team can be without, such as a holder
 * of a role, is a warning: somebody on call at night must not be locked out by a typing error.
 */
public final class TeamReader {
    private static final int FORMAT = 1;
    private static final Naming HANDLE =
            new Naming(
                    Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}"),
                    "up to 40 lower-case letters, digits, dots, hyphens and underscores");
    private static final Pattern SLACK_ID = Pattern.compile("[UW][A-Z0-9]{2,20}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern CHANNEL =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\d_-]{1,80}|C[A-Z0-9]{2,20}");

    private TeamReader() {}

    /**
     * Reads a team.
     *
     * @param policy which the team is to keep: roles are held against it
     */
    public static Reading<Team> read(Written root, Policy policy) {
        return read(root, policy, ShiftFeed.NONE);
    }

    /**
     * Reads a team.
     *
     * @param feeds gives the shifts of calendar files that rotations name
     */
    public static Reading<Team> read(Written root, Policy policy, ShiftFeed feeds) {
        Problems problems = Problems.none();
        return problems.outcome(team(Passage.whole(root, problems), policy, feeds));
    }

    private static Team team(Passage file, Policy policy, ShiftFeed feeds) {
        Form form =
                file.form(
                        "muster-team",
                        "people",
                        "roles",
                        "channels",
                        "webhooks",
                        "tickets",
                        "ticket",
                        "alerts",
                        "watch",
                        "rotations",
                        "status-page");
        form.need("muster-team").format(FORMAT);
        form.find("ticket")
                .ifPresent(old ->
                        old.warning("was only reserved, and is not read.", "Write `tickets:`."));
        SequencedMap<String, Webhook> webhooks = ReachReader.webhooks(form.find("webhooks"));
        SequencedMap<Handle, Team.Member> people = people(form.need("people"), webhooks.keySet());
        Passage section = form.need("roles");
        SequencedMap<RoleName, List<Handle>> roles = new LinkedHashMap<>();
        SequencedMap<String, Passage> parts = section.named(Naming.WORDS, "on-call");
        RotationReader rotations = new RotationReader(people, feeds);
        form.find("rotations").ifPresent(rotations::read);
        parts.forEach((key, part) -> {
            RoleName role = new RoleName(key);
            roles.put(role, part.isForm() ? rotations.role(role, part) : holders(part, people));
        });
        TeamChecks.check(section, parts, roles, policy);
        return new Team(
                people,
                roles,
                form.find("channels").flatMap(TeamReader::announce),
                AlertReader.read(form.find("alerts"), form.find("watch"), policy),
                webhooks,
                rotations.rotations(),
                form.find("status-page").map(PublicPageReader::read),
                TicketReader.read(form.find("tickets"), policy));
    }

    private static SequencedMap<Handle, Team.Member> people(Passage passage, Set<String> webhooks) {
        SequencedMap<Handle, Team.Member> people = new LinkedHashMap<>();
        Map<Object, String> known = new LinkedHashMap<>();
        passage.named(HANDLE, "ana")
                .forEach((key, part) -> {
                    Team.Member member = member(part, webhooks);
                    Object address = member.id().isPresent() ? member.id() : member.email();
                    String other = known.putIfAbsent(address, key);
                    if (other != null && !address.equals(Optional.empty())) {
                        part.warning(
                                "is the same person as `" + other + "`.",
                                "Keep one of the two handles.");
                    }
                    people.put(new Handle(key), member);
                });
        return people;
    }

    private static Team.Member member(Passage passage, Set<String> webhooks) {
        Form form = passage.form("name", "slack", "email", "zone", "reach");
        Optional<Passage> slack = form.find("slack");
        Optional<Passage> email = form.find("email");
        if (passage.isForm() && slack.or(() -> email).isEmpty()) {
            passage.problem(
                    "has neither `slack` nor `email`, so nobody can be reached.",
                    "Add `slack: U…` (profile, Copy member ID) or `email: …`.");
        }
        return new Team.Member(
                form.text("name"),
                slack.flatMap(p -> matching(p, SLACK_ID, "a Slack user id", "U061F7AUR"))
                        .map(PersonId::new),
                email.flatMap(p -> matching(p, EMAIL, "an e-mail address", "ana@example.com")),
                form.find("zone").map(Passage::zone),
                ReachReader.steps(form.find("reach"), webhooks, email.isPresent()));
    }

    private static Optional<String> matching(
            Passage passage, Pattern pattern, String what, String example) {
        String words = passage.text();
        if (pattern.matcher(words).matches()) {
            return Optional.of(words);
        }
        if (!words.isEmpty()) {
            passage.problem(
                    "says " + passage.quoted() + ", which is not " + what + ".",
                    "Write one like `" + example + "`.");
        }
        return Optional.empty();
    }

    /** One person, or a list of which the first is on duty. */
    static List<Handle> holders(Passage passage, Map<Handle, Team.Member> people) {
        boolean nobody = passage.isText() && passage.quietText().isEmpty();
        boolean one = passage.isText() && !nobody;
        List<Passage> entries = one ? List.of(passage) : nobody ? List.of() : passage.listOrEmpty();
        List<Handle> holders = new ArrayList<>();
        for (Passage entry : entries) {
            Handle handle = new Handle(entry.text());
            if (!people.containsKey(handle)) {
                unknown(entry, handle, people);
            } else if (holders.contains(handle)) {
                entry.warning("names `" + handle + "` for the second time.", "Take it out.");
            } else {
                holders.add(handle);
            }
        }
        return holders;
    }

    static void unknown(Passage entry, Handle handle, Map<Handle, Team.Member> people) {
        List<String> known = people.keySet().stream().map(Handle::value).toList();
        if (!handle.value().isEmpty()) {
            entry.warning(
                    "names `" + handle + "`, who is not among `people`, and is left out.",
                    Nearest.find(handle.value(), known)
                            .map(near -> "Did you mean `" + near + "`?")
                            .orElse("Add them to `people`."));
        }
    }

    private static Optional<String> announce(Passage passage) {
        return passage.form("announce")
                .find("announce")
                .flatMap(p -> matching(p, CHANNEL, "the name of a channel", "incidents"));
    }
}
