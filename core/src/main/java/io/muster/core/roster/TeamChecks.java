package io.muster.core.roster;

import io.muster.core.policy.ClockRule;
import io.muster.core.policy.EscalationMatrix;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Role;
import io.muster.core.policy.RoleName;
import io.muster.core.policy.Severity;
import io.muster.core.policy.Target;
import io.muster.core.written.Nearest;
import io.muster.core.written.Passage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the roles of a team against the policy: who will be called, and is anybody there? */
final class TeamChecks {
    private final Passage section;
    private final Map<String, Passage> parts;
    private final Map<RoleName, List<Handle>> roles;
    private final Policy policy;

    private TeamChecks(
            Passage section,
            Map<String, Passage> parts,
            Map<RoleName, List<Handle>> roles,
            Policy policy) {
        this.section = section;
        this.parts = parts;
        this.roles = roles;
        this.policy = policy;
    }

    /**
     * @param section where the roles stand
     * @param parts the passage of each role
     */
    static void check(
            Passage section,
            Map<String, Passage> parts,
            Map<RoleName, List<Handle>> roles,
            Policy policy) {
        TeamChecks checks = new TeamChecks(section, parts, roles, policy);
        checks.rolesThatNobodyAskedFor();
        checks.rolesThatNobodyHolds();
        checks.rolesWithNobodyNext();
    }

    private void rolesThatNobodyAskedFor() {
        List<String> known = held().map(RoleName::value).toList();
        parts.forEach((role, part) -> {
            if (!known.contains(role)) {
                part.warning(
                        "is no role that the policy lets anybody hold.",
                        Nearest.remedy(role, known, "Its roles are"));
            }
        });
    }

    private void rolesThatNobodyHolds() {
        for (RoleName role : called()) {
            if (roles.getOrDefault(role, List.of()).isEmpty()) {
                section.warning(
                        "gives nobody as `" + role + "`, whom the policy calls.",
                        "Add `"
                                + role
                                + ": [somebody]`; until then Muster says so in the"
                                + " incident's channel.");
            }
        }
    }

    private void rolesWithNobodyNext() {
        targets()
                .filter(target -> target.next() > 0)
                .distinct()
                .filter(target -> roles.getOrDefault(target.role(), List.of()).size() == 1)
                .forEach(target ->
                        section.warning(
                                "has one person as `"
                                        + target.role()
                                        + "`, and the policy turns to the next one when"
                                        + " they do not answer.",
                                "Add a second person there."));
    }

    /** Everyone whom a clock, the matrix or a private report turns to without anybody's help. */
    private Set<RoleName> called() {
        Set<RoleName> called = new LinkedHashSet<>();
        policy.severities().stream()
                .map(Severity::commander)
                .forEach(c -> c.ifPresent(called::add));
        policy.clocks().stream().map(ClockRule::owner).forEach(called::add);
        targets().map(Target::role).forEach(called::add);
        policy.severities().stream()
                .flatMap(severity -> policy.escalation().row(severity.name()).stream())
                .flatMap(column -> column.cells().stream())
                .map(EscalationMatrix.Cell::role)
                .forEach(called::add);
        called.addAll(policy.reporting().tell());
        called.retainAll(held().toList());
        if (policy.severities().stream().allMatch(s -> s.commander().isPresent())) {
            called.remove(Role.COMMANDER);
        }
        return called;
    }

    private Stream<RoleName> held() {
        return policy.roles().stream().filter(role -> !role.audience()).map(Role::name);
    }

    private Stream<Target> targets() {
        return policy.clocks().stream()
                .flatMap(clock -> clock.ladder().stream())
                .flatMap(step -> step.tell().stream());
    }
}
