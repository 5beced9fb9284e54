package io.muster.core.incident;

import io.muster.core.FreeText;
import io.muster.core.audience.Audience;
import io.muster.core.audience.Audiences;

import java.util.Optional;

/** Who must know and who was told after it. */
final class AudienceFold {
    private AudienceFold() {}

    static Audiences after(Audiences before, AudienceEvent event, Happened happened) {
        return switch (event) {
            case AudienceEvent.AudiencesOwed e -> before.owing(e.severity(), e.cells());
            case AudienceEvent.AudienceTold e ->
                    before.told(
                            e.role(),
                            e.title(),
                            new Audience.Word(
                                    e.how(),
                                    e.people(),
                                    happened.by(),
                                    e.notice().map(Audience.Notice::sentAt).orElse(happened.at()),
                                    e.note(),
                                    e.notice()));
            case AudienceEvent.AudienceSeen e -> before.seen(e.person(), happened.at());
            case AudienceEvent.AudienceNotApplicable e ->
                    before.ruledOut(
                            e.role(),
                            new Audience.RuledOut(
                                    happened.by(),
                                    happened.at(),
                                    e.reason(),
                                    e.question(),
                                    e.waived()));
            case AudienceEvent.AudienceOwedAgain e -> before.owedAgain(e.role());
        };
    }

    /** A call is word too, whoever made it. */
    static Audiences called(Audiences before, IncidentEvent.RolePaged event, Happened happened) {
        return event.people().isEmpty()
                ? before
                : before.called(
                        event.role(),
                        event.title(),
                        new Audience.Word(
                                Audience.How.CALL,
                                event.people(),
                                happened.by(),
                                happened.at(),
                                FreeText.NONE,
                                Optional.empty()));
    }

    /** Whoever takes it up has seen it. */
    static Audiences takenUp(Audiences before, Happened happened) {
        return happened.by()
                .person()
                .map(person -> before.seen(person, happened.at()))
                .orElse(before);
    }
}
