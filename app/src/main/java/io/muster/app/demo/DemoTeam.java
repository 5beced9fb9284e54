package io.muster.app.demo;

import io.muster.app.sandbox.ChannelSeed;
import io.muster.app.sandbox.PersonSeed;
import io.muster.app.sandbox.Seed;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of the demo, and which roles of a policy they hold. */
public final class DemoTeam {
    private static final Map<String, List<String>> HOLDERS = holders();

    private static final String PAGE =
            """
            status-page:
              title: Northwind status
              components: [Website, Checkout, API, Notifications]
              contact: support@northwind.example
            """;

    private DemoTeam() {}

    /** The people, as the sandbox knows them. */
    public static Seed seed() {
        Seed people =
                Seed.of(
                        PersonSeed.of("ana", "Ana Ruiz", "On-call engineer").in("Europe/Madrid"),
                        PersonSeed.of("ben", "Ben Okafor", "Engineer, next on call")
                                .in("Europe/London"),
                        PersonSeed.of("cleo", "Cleo Marsh", "Incident commander")
                                .in("Europe/Berlin"),
                        PersonSeed.of("ciro", "Ciro Vitale", "CISO").in("Europe/Rome"),
                        PersonSeed.of("sam", "Sam Lindqvist", "Security Lead")
                                .in("Europe/Stockholm"),
                        PersonSeed.of("lena", "Lena Novak", "Legal").in("Europe/Prague"),
                        PersonSeed.of("dora", "Dora Quinn", "Communications").in("Europe/Dublin"),
                        PersonSeed.of("eli", "Eli Tanaka", "CEO").in("Asia/Tokyo").asAdmin(),
                        PersonSeed.of("kim", "Kim Ferreira", "Customer success")
                                .in("America/Sao_Paulo"),
                        PersonSeed.of("otto", "Otto Weiss", "Sales, no part in this")
                                .in("Europe/Vienna"));
        return people.with(
                ChannelSeed.open("incidents").about("Every incident, announced and kept current"));
    }

    /** A team file that fills every role of this policy that these people can fill. */
    public static String file(Policy policy) {
        StringBuilder text = new StringBuilder("muster-team: 1\npeople:\n");
        for (PersonSeed person : seed().people()) {
            text.append("  ")
                    .append(person.handle())
                    .append(": {name: \"")
                    .append(person.name())
                    .append("\", email: ")
                    .append(person.email())
                    .append(reach(person))
                    .append("}\n");
        }
        text.append("roles:\n");
        Map<String, List<String>> all = holdersOf(policy);
        for (Role role : policy.roles()) {
            List<String> holders = all.getOrDefault(role.name().value(), List.of());
            if (!holders.isEmpty() && !role.audience()) {
                text.append("  ")
                        .append(role.name())
                        .append(": [")
                        .append(String.join(", ", holders))
                        .append("]\n");
            }
        }
        return text.append(PAGE).toString();
    }

    /**
     * A policy whose roles nobody here has heard of gets these people in turn, two for each role.
     */
    private static Map<String, List<String>> holdersOf(Policy policy) {
        List<String> roles =
                policy.roles().stream()
                        .filter(role -> !role.audience() && !role.name().equals(Role.COMMANDER))
                        .map(role -> role.name().value())
                        .toList();
        if (roles.stream().anyMatch(HOLDERS::containsKey)) {
            return HOLDERS;
        }
        List<PersonSeed> people = seed().people();
        Map<String, List<String>> inTurn = new LinkedHashMap<>();
        for (int i = 0; i < roles.size(); i++) {
            inTurn.put(
                    roles.get(i),
                    List.of(
                            people.get(i % people.size()).handle(),
                            people.get((i + 1) % people.size()).handle()));
        }
        return inTurn;
    }

    /** The commander shows what becomes of a page that nobody answers. */
    private static String reach(PersonSeed person) {
        return person.handle().equals("cleo") ? ", reach: [slack, email after 2 minutes]" : "";
    }

    private static Map<String, List<String>> holders() {
        Map<String, List<String>> holders = new LinkedHashMap<>();
        holders.put("on-call", List.of("ana", "ben"));
        holders.put("on-call-commander", List.of("cleo"));
        holders.put("security", List.of("sam", "ciro"));
        holders.put("security-lead", List.of("sam"));
        holders.put("security-analyst", List.of("ana"));
        holders.put("ciso", List.of("ciro"));
        holders.put("legal", List.of("lena"));
        holders.put("comms", List.of("dora"));
        holders.put("ceo", List.of("eli"));
        holders.put("last-resort", List.of("eli"));
        holders.put("engineering-lead", List.of("ben"));
        holders.put("customer-success", List.of("kim"));
        holders.put("management", List.of("ciro", "eli"));
        holders.put("executives", List.of("eli"));
        holders.put("board-chair", List.of("eli"));
        return holders;
    }
}
