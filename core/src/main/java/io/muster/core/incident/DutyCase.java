package io.muster.core.incident;

import io.muster.core.Spoken;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Stage;
import io.muster.core.calendar.BusinessCalendar;
import io.muster.core.drill.Exercise;
import io.muster.core.duty.Reckoning;
import io.muster.core.duty.Standing;
import io.muster.core.fact.Answer;
import io.muster.core.fact.TimeName;
import io.muster.core.obligation.Obligation;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.DutyStart;
import io.muster.core.policy.Milestone;
import io.muster.core.policy.NotificationRule;
import io.muster.core.policy.Policy;
import io.muster.core.policy.Question;
import io.muster.core.policy.QuestionName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One duty to notify, held against one incident: whether it is owed, what is still unanswered, from
 * when it counts, by when it is due. Worked out of the record each time; nothing is kept.
 */
public record DutyCase(Incident incident, Policy policy, NotificationRule rule) {
    /** The cases of all duties that the policy knows. */
    public static List<DutyCase> all(Incident incident, Policy policy) {
        return policy.notifications().duties().stream()
                .map(rule -> new DutyCase(incident, policy, rule))
                .toList();
    }

    /** The duty that sending this notice answers, if it answers one that the policy knows. */
    public static Optional<DutyCase> answeredBy(Draft draft, Incident incident, Policy policy) {
        return draft.duty()
                .map(DutyName::new)
                .flatMap(policy.notifications()::duty)
                .map(rule -> new DutyCase(incident, policy, rule));
    }

    /** What was said and done about it. */
    public Standing standing() {
        return incident.dossier().duties().of(rule.name());
    }

    /** Its clock, if one has ever run; it may have stopped. */
    public Optional<Obligation> clock() {
        return incident.obligations().latest(rule.name().clock());
    }

    /** Its clock, if it runs. */
    public Optional<Obligation> running() {
        return clock().filter(Obligation::isOpen);
    }

    /**
     * Whether the policy lets nothing out unread and no words about this were approved and sent
     * here.
     */
    public boolean isToBeApproved() {
        boolean sent =
                incident.dossier().drafts().all().stream()
                        .filter(draft -> draft.stage() == Stage.SENT)
                        .anyMatch(draft -> draft.duty().equals(Optional.of(rule.name().value())));
        return wantsApproval() && !sent;
    }

    /** Whether the policy lets nothing out unread; in a drill nothing leaves the building. */
    public boolean wantsApproval() {
        return policy.approvals().areSaid() && !incident.header().drill();
    }

    /** Why it is not owed; empty if it is, or if it may be. */
    public Optional<String> whyNot() {
        NotificationRule.Applies applies = rule.applies();
        if (incident.status() == Status.DISMISSED) {
            return Optional.of("dismissed");
        }
        if (!ofItsKind()) {
            return Optional.of("not for this kind of incident");
        }
        // Once begun, a lower severity ends nothing.
        if (clock().isEmpty() && !applies.scope().covers(incident.severity(), Set.of())) {
            return Optional.of("not at " + incident.severity());
        }
        Optional<QuestionName> denied =
                applies.yes().stream().filter(q -> answer(q) == Answer.NO).findFirst();
        if (denied.isPresent()) {
            return Optional.of("answered no: " + words(denied.get()));
        }
        if (overInTime()) {
            return Optional.of("it was over in time");
        }
        return asked() || open().isEmpty() ? Optional.empty() : Optional.of("nobody asked");
    }

    /** The questions on which it depends and that nobody has answered with yes or no. */
    public List<QuestionName> open() {
        Stream<QuestionName> expected =
                rule.applies().lasting().stream().map(NotificationRule.Lasting::expected);
        return Stream.concat(rule.applies().yes().stream(), expected)
                .filter(q -> answer(q) == Answer.UNKNOWN)
                .distinct()
                .toList();
    }

    /** A question in the words in which it is asked. */
    public String words(QuestionName question) {
        return policy.questions().stream()
                .filter(q -> q.name().equals(question))
                .map(Question::text)
                .findFirst()
                .orElse(question.value());
    }

    /** What starts its clock, in words that continue "from". */
    public String startWords() {
        return expectedToBeOver()
                .map(lasting -> Spoken.length(lasting.over()) + " after ")
                .orElse("")
                .concat(startWords(rule.from()));
    }

    /** The same for the clock beside it: {@code 24 hours from awareness}; empty without one. */
    public Optional<String> limitWords() {
        return rule.limit().map(l -> l.within().words() + " from " + startWords(l.from()));
    }

    private String startWords(DutyStart start) {
        return switch (start) {
            case DutyStart.Answering(QuestionName question) ->
                    "the yes to \"" + words(question) + "\"";
            case DutyStart.Sending sending ->
                    "when \""
                            + policy.notifications()
                                    .duty(sending.duty())
                                    .map(NotificationRule::title)
                                    .orElse(sending.duty().value())
                            + "\" "
                            + sending.done();
            case DutyStart.At at -> at.words();
            case DutyStart.Reaching reaching -> reaching.words();
        };
    }

    /** From when it counts, if that has happened. */
    public Optional<Instant> start() {
        return at(rule.from()).map(this::afterTheFirstHours);
    }

    /** By when it is due by what is known now; empty if it has not begun. */
    public Optional<Reckoning.Due> due() {
        BusinessCalendar calendar = policy.calendar(rule.calendar());
        Optional<Reckoning.Limit> limit =
                rule.limit()
                        .flatMap(l ->
                                at(l.from()).map(from -> new Reckoning.Limit(from, l.within())));
        return new Reckoning(
                        start(),
                        rule.within(),
                        limit,
                        standing().held().map(Standing.Held::until),
                        exercise()::hastened)
                .due(calendar);
    }

    /** Whether awareness was never claimed, so that the strictest instant stands in for it. */
    public boolean awarenessAssumed() {
        boolean fromAwareness =
                Stream.concat(
                                Stream.of(rule.from()),
                                rule.limit().stream().map(NotificationRule.Limit::from))
                        .anyMatch(new DutyStart.At(DutyStart.Point.AWARE)::equals);
        return fromAwareness && incident.dossier().facts().time(TimeName.AWARE).isEmpty();
    }

    /** Whether what was sent was sent after it was due; "without undue delay" is no number. */
    public boolean sentLate(Instant sentAt) {
        return !rule.promptly() && due().filter(due -> sentAt.isAfter(due.at())).isPresent();
    }

    private boolean ofItsKind() {
        return rule.applies().scope().kinds().isEmpty()
                || incident.header().kinds().isEmpty()
                || incident.header().kinds().stream()
                        .anyMatch(rule.applies().scope().kinds()::contains);
    }

    private boolean asked() {
        return policy.notifications().ask().covers(incident.severity(), incident.header().kinds());
    }

    /** Nobody having answered and nobody knowing come to the same here: it is not settled. */
    private Answer answer(QuestionName question) {
        return incident.dossier().facts().answer(question).orElse(Answer.UNKNOWN);
    }

    private boolean overInTime() {
        return rule.applies()
                .lasting()
                .flatMap(lasting -> at(rule.from()).map(from -> after(from, lasting)))
                .flatMap(mark ->
                        at(DutyStart.Point.RESTORED).map(restored -> !restored.isAfter(mark)))
                .orElse(false);
    }

    private Instant after(Instant start, NotificationRule.Lasting lasting) {
        return exercise().hastened(start, start.plus(lasting.over()));
    }

    /** In a drill time may run faster. */
    private Exercise exercise() {
        return incident.dossier().exercise();
    }

    /**
     * Who expects it to be over by then is proven wrong only then, and the time runs from there.
     */
    private Instant afterTheFirstHours(Instant start) {
        return expectedToBeOver().map(lasting -> after(start, lasting)).orElse(start);
    }

    private Optional<NotificationRule.Lasting> expectedToBeOver() {
        return rule.applies().lasting().filter(l -> answer(l.expected()) == Answer.NO);
    }

    private Optional<Instant> at(DutyStart start) {
        return switch (start) {
            case DutyStart.At at -> at(at.point());
            case DutyStart.Reaching reaching ->
                    incident.dossier().duties().reached(reaching.severity());
            case DutyStart.Answering answering ->
                    incident.dossier().facts().since(answering.question(), Answer.YES);
            case DutyStart.Sending sending ->
                    incident.dossier()
                            .duties()
                            .of(sending.duty())
                            .discharged()
                            .map(sent -> sending.last() ? sent.lastSentAt() : sent.sentAt());
        };
    }

    private Optional<Instant> at(DutyStart.Point point) {
        return switch (point) {
            case OCCURRED -> claimed(TimeName.OCCURRED);
            case DETECTED ->
                    claimed(TimeName.DETECTED)
                            .or(incident.header()::detectedAt)
                            .or(() -> Optional.of(incident.declaredAt()));
            case AWARE -> claimed(TimeName.AWARE).or(() -> Optional.of(awareAtLatest()));
            case VENDOR_TOLD -> incident.dossier().duties().vendorToldAt();
            case DECLARED -> recorded(Milestone.DECLARED);
            case ACKNOWLEDGED -> recorded(Milestone.ACKNOWLEDGED);
            case CONFIRMED -> claimed(TimeName.CONFIRMED).or(() -> recorded(Milestone.CONFIRMED));
            case CONTAINED -> claimed(TimeName.CONTAINED).or(() -> recorded(Milestone.CONTAINED));
            case RESTORED ->
                    recorded(Milestone.RESTORED).map(at -> claimed(TimeName.RESTORED).orElse(at));
            case RESOLVED -> claimed(TimeName.RESOLVED).or(() -> recorded(Milestone.RESOLVED));
            case CLOSED -> claimed(TimeName.CLOSED).or(() -> recorded(Milestone.CLOSED));
        };
    }

    /** Whoever was told, or declared it, knew by then: nothing that comes later undoes that. */
    private Instant awareAtLatest() {
        return incident.dossier()
                .duties()
                .firstToldAt()
                .filter(incident.declaredAt()::isAfter)
                .orElse(incident.declaredAt());
    }

    private Optional<Instant> claimed(TimeName name) {
        return incident.dossier().facts().time(name);
    }

    private Optional<Instant> recorded(Milestone milestone) {
        return incident.milestones().at(milestone);
    }
}
