package io.muster.app.slack.review;

import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Numbers;
import io.muster.app.slack.Pressed;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.IncidentView;
import io.muster.core.PersonId;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.ReviewCommand;
import io.muster.core.policy.Hearing;
import io.muster.core.policy.ReviewSection;
import io.muster.core.policy.Reviewing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The post-mortem: written by several people at once, read by anyone inside, approved by another
 * pair of eyes. One modal becomes the next, so that nobody loses the way back.
 */
public final class ReviewConversation implements Conversation {
    private static final String INSIDE = "in";

    private final Reception reception;
    private final Modals modals;
    private final Supplier<Collection<String>> names;

    /**
     * In front of this reception.
     *
     * @param names names of people, which have no place where it is said why something happened
     */
    public ReviewConversation(
            Reception reception, Modals modals, Supplier<Collection<String>> names) {
        this.reception = reception;
        this.modals = modals;
        this.names = names;
    }

    @Override
    public void register(Ways ways) {
        ways.verb("postmortem", "", "write, read and approve the post-mortem", this::typed)
                .alias("post-mortem", "postmortem")
                .alias("pir", "postmortem")
                .alias("review", "postmortem")
                .alias("retro", "postmortem")
                .button("review", pressed -> show(pressed, (v, r) -> overview(v, r, pressed.by())))
                .button("review-begin", this::begin)
                .button("review-read", pressed -> show(pressed, (v, r) -> page(v, pressed, 0)))
                .button("review-page", this::turn)
                .button(SectionModal.CALLBACK, this::openSection)
                .button(
                        ReviewForms.SUBMIT,
                        pressed -> show(pressed, (v, r) -> ReviewForms.submit(v, r, names.get())))
                .button(
                        ReviewForms.APPROVE,
                        pressed -> show(pressed, (v, r) -> ReviewForms.approve(v, r, names.get())))
                .button(
                        ReviewForms.BACK,
                        pressed -> show(pressed, (v, r) -> ReviewForms.sendBack(v)))
                .button(ReviewForms.PRESENT, this::openHearing)
                .button(
                        ReviewForms.PUBLISH,
                        pressed -> show(pressed, (v, r) -> ReviewForms.publish(v)))
                .modal(SectionModal.CALLBACK, this::save)
                .modal(
                        ReviewForms.SUBMIT,
                        form -> submitted(form, f -> ReviewAnswers.submit(f, names.get())))
                .modal(
                        ReviewForms.APPROVE,
                        form -> submitted(form, f -> ReviewAnswers.approve(f, names.get())))
                .modal(
                        ReviewForms.BACK,
                        form ->
                                submitted(
                                        form,
                                        f ->
                                                Optional.of(
                                                        new ReviewCommand.SendBackReview(
                                                                f.text(ReviewForms.WORDS)))))
                .modal(
                        ReviewForms.PRESENT,
                        form ->
                                submitted(
                                        form,
                                        f -> ReviewAnswers.present(f, reception.records().now())))
                .modal(
                        ReviewForms.PUBLISH,
                        form ->
                                submitted(
                                        form,
                                        f ->
                                                Optional.of(
                                                        new ReviewCommand.AskPublication(
                                                                f.text(ReviewForms.WORDS)))));
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        reception
                                .view(id, typed.by())
                                .map(view ->
                                        withPolicy(
                                                view,
                                                reviewing ->
                                                        open(
                                                                typed.from().trigger(),
                                                                overview(
                                                                        view,
                                                                        reviewing,
                                                                        typed.by()))))
                                .orElseGet(reception::nothingHere));
    }

    private View overview(IncidentView view, Reviewing reviewing, PersonId reader) {
        return ReviewOverview.of(view, reviewing, names.get(), reader);
    }

    private View page(IncidentView view, Pressed pressed, int page) {
        return ReviewPages.page(
                        view, reception.records().story(view.incident().id(), pressed.by()), page)
                .orElseThrow();
    }

    private Answer turn(Pressed pressed) {
        if (!pressed.detail().matches("\\d{1,4}")) {
            return reception.nothingHere();
        }
        int page = Integer.parseInt(pressed.detail());
        return inside(pressed, (view, reviewing) -> page(view, pressed, page));
    }

    private Answer openSection(Pressed pressed) {
        return inside(
                pressed,
                (view, reviewing) ->
                        reviewing
                                .section(pressed.detail())
                                .filter(section -> section.generated().isEmpty())
                                .map(section -> SectionModal.of(view, section, names.get()))
                                .orElseGet(() -> overview(view, reviewing, pressed.by())));
    }

    private Answer openHearing(Pressed pressed) {
        return inside(
                pressed,
                (view, reviewing) ->
                        hearing(view, reviewing, pressed.detail())
                                .map(h -> ReviewForms.present(view, h))
                                .orElseGet(() -> overview(view, reviewing, pressed.by())));
    }

    private static Optional<Hearing> hearing(IncidentView view, Reviewing reviewing, String name) {
        return reviewing.hearings(view.incident().severity()).stream()
                .filter(h -> h.name().equals(name))
                .findFirst();
    }

    private Answer begin(Pressed pressed) {
        Optional<IncidentId> id = pressed.incident();
        return id.isEmpty()
                ? reception.nothingHere()
                : reception.ask(
                        id.get(),
                        new ReviewCommand.BeginReview(),
                        pressed.knock(),
                        after -> inside(pressed, (v, r) -> overview(v, r, pressed.by())));
    }

    private ModalAnswer save(Submitted form) {
        String[] about = form.metadata().split("\\|", 3);
        Optional<IncidentView> view = view(about, form);
        if (view.isEmpty() || about.length < 3 || !about[2].matches("\\d{1,6}")) {
            return ModalAnswer.close();
        }
        Reviewing reviewing = view.get().policy().reviewing().orElseThrow();
        Optional<ReviewSection> section = reviewing.section(about[1]);
        if (section.isEmpty()) {
            return ModalAnswer.close();
        }
        int revision = Integer.parseInt(about[2]);
        String block = SectionModal.textBlock(revision);
        IncidentCommand write =
                new ReviewCommand.WriteSection(about[1], form.text(block), revision);
        return switch (reception.askAll(view.get().incident().id(), List.of(write), form.knock())) {
            case Outcome.Done ignored -> overviewNow(about, form);
            case Outcome.Refused(var words) -> {
                IncidentView now = view(about, form).orElse(view.get());
                boolean overtaken =
                        now.incident().dossier().review().revisionOf(about[1]) != revision;
                yield overtaken
                        ? new ModalAnswer.Show(
                                SectionModal.bothTexts(now, section.get(), form.text(block)))
                        : ModalAnswer.refused(block, words);
            }
        };
    }

    /** A refusal stays in the form; what is done leads back to the overview. */
    private ModalAnswer submitted(
            Submitted form, Function<Submitted, Optional<IncidentCommand>> command) {
        String[] about = form.metadata().split("\\|", 2);
        Optional<IncidentView> view = view(about, form);
        Optional<IncidentCommand> asked = command.apply(form);
        if (view.isEmpty() || asked.isEmpty()) {
            return ModalAnswer.close();
        }
        return switch (reception.askAll(
                view.get().incident().id(), List.of(asked.get()), form.knock())) {
            case Outcome.Done ignored -> overviewNow(about, form);
            case Outcome.Refused(var words) ->
                    new ModalAnswer.Show(ReviewForms.refused(view.get(), words));
        };
    }

    private ModalAnswer overviewNow(String[] about, Submitted form) {
        return view(about, form)
                .flatMap(now ->
                        now.policy()
                                .reviewing()
                                .<ModalAnswer>map(
                                        r -> new ModalAnswer.Show(overview(now, r, form.by()))))
                .orElseGet(ModalAnswer::close);
    }

    private Optional<IncidentView> view(String[] about, Submitted form) {
        return Numbers.incident(about[0])
                .flatMap(id -> reception.view(id, form.by()))
                .filter(view -> view.policy().reviewing().isPresent());
    }

    /** Pressed inside a modal of ours it turns into the next one; elsewhere a modal opens. */
    private Answer show(Pressed pressed, BiFunction<IncidentView, Reviewing, View> next) {
        if (pressed.parameter().equals(INSIDE)) {
            return inside(pressed, next);
        }
        return seen(
                pressed,
                (view, reviewing) -> open(pressed.from().trigger(), next.apply(view, reviewing)));
    }

    private Answer inside(Pressed pressed, BiFunction<IncidentView, Reviewing, View> next) {
        return seen(
                pressed,
                (view, reviewing) -> {
                    pressed.inView()
                            .ifPresent(sheet -> modals.refresh(sheet, next.apply(view, reviewing)));
                    return Answer.silence();
                });
    }

    private Answer seen(Pressed pressed, BiFunction<IncidentView, Reviewing, Answer> then) {
        Optional<IncidentView> view =
                pressed.incident().flatMap(id -> reception.view(id, pressed.by()));
        return view.map(v -> withPolicy(v, reviewing -> then.apply(v, reviewing)))
                .orElseGet(reception::nothingHere);
    }

    private static Answer withPolicy(IncidentView view, Function<Reviewing, Answer> then) {
        return view.policy()
                .reviewing()
                .map(then)
                .orElseGet(() ->
                        Answer.whisper(
                                "The policy of this incident has no post-mortem. Keep what you"
                                        + " learnt with `/incident note <text>`."));
    }

    private Answer open(Optional<String> trigger, View view) {
        return trigger.filter(t -> modals.open(t, view)).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The sheet did not open in time. Press again, or type `/incident"
                                + " postmortem`.");
    }
}
