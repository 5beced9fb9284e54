package io.muster.core.approval;

import io.muster.core.PersonId;
import io.muster.core.policy.ClockName;
import io.muster.core.policy.ReviewRule;
import io.muster.core.policy.RoleName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Words that may leave the building one day, with everything that was decided about them.
 *
 * @param title of its purpose, for people
 * @param duty the duty to notify that it serves, if it serves one
 * @param revisions every form that it had, the current one last
 * @param requests who was asked when it was last submitted, and who is asked instead by now
 * @param approvals all that were given, those of earlier revisions included
 * @param submitted when it was last submitted
 * @param objection what a reviewer wants changed
 */
public record Draft(
        int number,
        String purpose,
        String title,
        Optional<String> duty,
        List<Revision> revisions,
        Stage stage,
        List<Request> requests,
        List<Approval> approvals,
        Optional<Instant> submitted,
        Optional<Mark> objection,
        Optional<Mark> released,
        Optional<Sending> sending) {
    /** How the names of all clocks of drafts begin. */
    public static final String CLOCK = "draft.";

    public Draft {
        Objects.requireNonNull(title);
        revisions = List.copyOf(revisions);
        requests = List.copyOf(requests);
        approvals = List.copyOf(approvals);
    }

    /** A draft that somebody has just written. */
    public static Draft written(
            int number, String purpose, String title, Optional<String> duty, Revision first) {
        return new Draft(
                number,
                purpose,
                title,
                duty,
                List.of(first),
                Stage.WRITTEN,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** As people call it: {@code N-1}. */
    public String label() {
        return label(number);
    }

    /** As people call the draft with this number. */
    public static String label(int number) {
        return "N-" + number;
    }

    /** The words as they stand. */
    public Revision current() {
        return revisions.getLast();
    }

    /** The promise that its reviewers answer. */
    public ClockName clock() {
        return new ClockName(CLOCK + number + ".review");
    }

    /** The number of the draft whose review this promise is about; empty if it is about none. */
    public static Optional<Integer> reviewedBy(ClockName clock) {
        String[] parts = clock.value().split("\\.", -1);
        return parts.length == 3
                        && clock.value().startsWith(CLOCK)
                        && parts[2].equals("review")
                        && parts[1].matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(parts[1]))
                : Optional.empty();
    }

    /** The approvals of exactly the words as they stand. */
    public List<Approval> standing() {
        return approvals.stream()
                .filter(a ->
                        a.revision() == current().number() && a.hash().equals(current().hash()))
                .filter(a -> !a.by().equals(current().author()))
                .toList();
    }

    /** Whether this person has approved the words as they stand. */
    public boolean approvedBy(PersonId person) {
        return standing().stream().anyMatch(a -> a.by().equals(person));
    }

    /** Whether somebody has approved the words as they stand in this role. */
    public boolean approvedAs(RoleName role) {
        return standing().stream().anyMatch(a -> a.roles().contains(role));
    }

    /**
     * The roles without whose approval it must not be released, as far as they have not given it.
     */
    public List<RoleName> missing(ReviewRule rule) {
        return rule.needed().stream().filter(role -> !approvedAs(role)).toList();
    }

    /** How many more people must approve, whatever their role. */
    public int wanting(ReviewRule rule) {
        Set<PersonId> people = new LinkedHashSet<>();
        standing().forEach(a -> people.add(a.by()));
        return Math.max(0, rule.approvals() - people.size());
    }

    /** Whether everyone who is needed has approved exactly the words as they stand. */
    public boolean approved(ReviewRule rule) {
        return missing(rule).isEmpty() && wanting(rule) == 0;
    }

    /** Who is asked and has not answered. */
    public List<Request> pending() {
        return stage == Stage.IN_REVIEW
                ? requests.stream().filter(r -> !approvedAs(r.role())).toList()
                : List.of();
    }

    /** With other words: whatever was agreed to the earlier ones no longer counts. */
    public Draft revised(Revision revision) {
        List<Revision> more = new ArrayList<>(revisions);
        more.add(revision);
        return new Draft(
                number,
                purpose,
                title,
                duty,
                more,
                Stage.WRITTEN,
                requests,
                approvals,
                submitted,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With these asked to approve. */
    public Draft submitted(List<Request> asked, Instant at) {
        return new Draft(
                number,
                purpose,
                title,
                duty,
                revisions,
                Stage.IN_REVIEW,
                asked,
                approvals,
                Optional.of(at),
                Optional.empty(),
                released,
                sending);
    }

    /** With somebody else asked in this role. */
    public Draft asking(RoleName role, Optional<PersonId> person) {
        List<Request> changed =
                requests.stream()
                        .map(r -> r.role().equals(role) ? new Request(role, r.title(), person) : r)
                        .toList();
        return with(stage, changed, approvals, objection, released, sending);
    }

    /** With one more approval. */
    public Draft approved(Approval approval, boolean enough) {
        List<Approval> more = new ArrayList<>(approvals);
        more.add(approval);
        return with(
                enough ? Stage.APPROVED : Stage.IN_REVIEW,
                requests,
                more,
                Optional.empty(),
                released,
                sending);
    }

    /** With a reviewer who wants other words; what they had agreed to before no longer counts. */
    public Draft objected(Mark mark) {
        List<Approval> left =
                approvals.stream()
                        .filter(a ->
                                a.revision() != current().number() || !a.by().equals(mark.by()))
                        .toList();
        return with(Stage.CHANGES_ASKED, requests, left, Optional.of(mark), released, sending);
    }

    /** Free to leave. */
    public Draft released(Mark mark) {
        return with(Stage.RELEASED, requests, approvals, objection, Optional.of(mark), sending);
    }

    /** Gone out. */
    public Draft sent(Sending went) {
        return with(Stage.SENT, requests, approvals, objection, released, Optional.of(went));
    }

    /** Not to leave at all. */
    public Draft withdrawn() {
        return with(Stage.WITHDRAWN, requests, approvals, objection, released, sending);
    }

    private Draft with(
            Stage another,
            List<Request> asked,
            List<Approval> given,
            Optional<Mark> wish,
            Optional<Mark> letGo,
            Optional<Sending> went) {
        return new Draft(
                number, purpose, title, duty, revisions, another, asked, given, submitted, wish,
                letGo, went);
    }
}
