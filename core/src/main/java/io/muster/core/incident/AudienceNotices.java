package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Audiences;
import io.muster.core.policy.DutyName;
import io.muster.core.policy.NoticeReach;
import io.muster.core.policy.RoleName;

import java.util.List;
import java.util.Optional;

/**
 * A notice that went out is word to those of the escalation matrix whom the policy says it reaches;
 * a decision not to notify rules them out, unless another duty to them still runs.
 *
 * <p>Only what happened just now counts, so that what a person decides about an audience afterwards
 * stands.
 */
final class AudienceNotices {
    private final Unfolding unfolding;

    private AudienceNotices(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    static void follow(Unfolding unfolding) {
        if (!unfolding.moment().policy().notifications().reaches().isEmpty()) {
            AudienceNotices notices = new AudienceNotices(unfolding);
            List.copyOf(unfolding.events()).forEach(notices::follow);
        }
    }

    private void follow(IncidentEvent event) {
        if (event instanceof DraftEvent.DraftSent e) {
            sent(e);
        } else if (event instanceof DutyEvent.DutyDischarged e) {
            told(
                    Optional.empty(),
                    new Audience.Notice(e.title(), Optional.of(e.duty()), e.sentAt()),
                    e.proof());
        } else if (event instanceof DutyEvent.DutyExercised e) {
            told(
                    Optional.empty(),
                    new Audience.Notice(e.title(), Optional.of(e.duty()), e.sentAt()),
                    e.proof());
        } else if (event instanceof DutyEvent.DutyWaived e) {
            waived(e);
        } else if (event instanceof DutyEvent.DutyTakenBack e) {
            takenBack(e);
        }
    }

    private void sent(DraftEvent.DraftSent e) {
        Draft draft = unfolding.incident().dossier().drafts().find(e.number()).orElseThrow();
        told(
                Optional.of(draft.purpose()),
                new Audience.Notice(draft.label() + ", " + draft.title(), draft.duty(), e.sentAt()),
                e.proof());
    }

    private void told(Optional<String> purpose, Audience.Notice notice, FreeText proof) {
        Optional<DutyName> duty = notice.duty().map(DutyName::new);
        for (NoticeReach reach : reaches()) {
            if (reach.by(purpose.orElse(""), duty) && !audiences().wasTold(reach.audience())) {
                unfolding.happens(
                        new AudienceEvent.AudienceTold(
                                reach.audience(),
                                title(reach.audience()),
                                how(),
                                List.of(),
                                proof,
                                late(reach.audience(), notice),
                                Optional.of(notice)));
            }
        }
    }

    private Audience.How how() {
        return unfolding.incident().header().drill() ? Audience.How.EXERCISE : Audience.How.NOTICE;
    }

    private boolean late(RoleName role, Audience.Notice notice) {
        return audiences()
                .find(role)
                .flatMap(Audience::owed)
                .filter(cell -> notice.sentAt().isAfter(cell.due()))
                .isPresent();
    }

    private void waived(DutyEvent.DutyWaived e) {
        DutyName duty = new DutyName(e.duty());
        for (NoticeReach reach : reaches()) {
            Optional<Audience> open = audiences().find(reach.audience()).filter(Audience::isOpen);
            if (open.isPresent() && reach.duties().contains(duty) && !anotherRuns(reach, duty)) {
                unfolding.happens(
                        new AudienceEvent.AudienceNotApplicable(
                                reach.audience(),
                                open.get().title(),
                                e.reason(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(e.duty())));
            }
        }
    }

    private boolean anotherRuns(NoticeReach reach, DutyName waived) {
        return reach.duties().stream()
                .filter(duty -> !duty.equals(waived))
                .anyMatch(
                        duty -> unfolding.incident().obligations().open(duty.clock()).isPresent());
    }

    private void takenBack(DutyEvent.DutyTakenBack e) {
        for (Audience audience : List.copyOf(audiences().all().values())) {
            if (audience.settledBy(e.duty())) {
                unfolding.happens(
                        new AudienceEvent.AudienceOwedAgain(
                                audience.role(), audience.title(), Optional.empty()));
            }
        }
    }

    private String title(RoleName role) {
        return unfolding.moment().policy().titleOf(role);
    }

    private List<NoticeReach> reaches() {
        return unfolding.moment().policy().notifications().reaches();
    }

    private Audiences audiences() {
        return unfolding.incident().dossier().audiences();
    }
}
