package io.muster.app.slack.approval;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.slack.Submitted;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.core.FreeText;
import io.muster.core.approval.Draft;
import io.muster.core.approval.Wording;
import io.muster.core.incident.DraftPrefill;
import io.muster.core.incident.DutyCase;
import io.muster.core.policy.Purpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms in which a notice is written, agreed to and sent. */
final class DraftForms {
    static final String PURPOSE = "purpose";
    static final String AUDIENCE = "audience";
    static final String SUBMIT = "submit";
    static final String WHAT = "what";
    static final String HOW = "how";
    static final String TO = "to";
    static final String WHEN = "when";
    static final String PROOF = "proof";
    static final String EXACT = "exact";
    static final String LATE = "late";

    private static final String CHANNEL = "channel";
    private static final String SUBJECT = "subject";
    private static final String TEXT = "text";
    private static final String MORE = "more";
    private static final String NOW = "now";
    private static final String PARAGRAPH = "\n\n";
    private static final int FIELD = 3_000;

    private DraftForms() {}

    /** What shall be said? */
    static View purposes(IncidentView view, Optional<String> duty) {
        return Forms.modal(
                "draft-purpose",
                "Write a notice",
                "Next",
                view.incident().id().number() + "|" + duty.orElse(""),
                List.of(
                        Forms.choice(
                                PURPOSE,
                                "What is it for?",
                                view.policy().approvals().purposes().stream()
                                        .limit(100)
                                        .map(p -> Shapes.option(p.title(), p.name()))
                                        .toList(),
                                Optional.empty(),
                                false)));
    }

    /** A new notice, begun with what the record knows. */
    static View write(Purpose purpose, IncidentView view, Optional<String> duty) {
        Wording words = DraftPrefill.of(purpose, view.incident(), view.policy(), view.now());
        return form(
                "draft-write",
                purpose.title(),
                view.incident().id().number() + "|" + purpose.name() + "|" + duty.orElse(""),
                words,
                "Complete what is in brackets. " + whoReads(purpose, view),
                view,
                duty.isPresent() ? Optional.empty() : DutyChoice.field(view));
    }

    /** The same, to be said otherwise. */
    static View edit(Draft draft, IncidentView view) {
        String hint =
                draft.standing().isEmpty()
                        ? "Reviewers read it anew."
                        : "It has been approved as it is. A changed text has to be approved anew.";
        return form(
                "draft-edit",
                "Edit " + draft.label(),
                DraftRef.to(view.incident().id(), draft).toString(),
                draft.current().wording(),
                hint
                        + draft.objection()
                                .map(o ->
                                        " Asked for by "
                                                + Mrkdwn.mention(o.by())
                                                + ": "
                                                + Mrkdwn.escape(o.words()))
                                .orElse(""),
                view,
                Optional.empty());
    }

    private static View form(
            String callback,
            String title,
            String metadata,
            Wording words,
            String hint,
            IncidentView view,
            Optional<InputBlock> duty) {
        String[] halves = halves(words.text().text());
        List<LayoutBlock> blocks = new ArrayList<>();
        if (view.incident().header().drill()) {
            blocks.add(Shapes.section("*" + DraftText.DRILL + "*"));
        }
        blocks.add(Shapes.context(hint));
        duty.ifPresent(blocks::add);
        blocks.add(Forms.line(AUDIENCE, "To whom?", "", words.audience().text()));
        blocks.add(
                Forms.required(
                        Forms.optionalLine(CHANNEL, "By which way?", "", words.channel().text())));
        blocks.add(Forms.line(SUBJECT, "Subject", "", words.subject().text()));
        blocks.add(Forms.lines(TEXT, "Text", "", halves[0], false));
        blocks.add(
                Forms.lines(
                        MORE,
                        "More text",
                        "Follows after an empty line, if the field above is full.",
                        halves[1],
                        true));
        blocks.add(
                Forms.ticks(
                        SUBMIT,
                        "When this is saved",
                        List.of(Shapes.option("Ask for review at once", NOW)),
                        words.blanks().isEmpty() ? List.of(NOW) : List.of()));
        return Forms.modal(callback, title, "Save", metadata, blocks);
    }

    private static String whoReads(Purpose purpose, IncidentView view) {
        List<String> titles =
                purpose.rule().asked().stream()
                        .map(role -> Mrkdwn.escape(view.policy().titleOf(role)))
                        .toList();
        return titles.isEmpty()
                ? "Somebody else has to approve it before it is released."
                : "Before it is released it is read by: " + String.join(", ", titles) + ".";
    }

    /** What was typed. */
    static Wording words(Submitted form) {
        FreeText more = form.text(MORE);
        FreeText text = form.text(TEXT);
        return new Wording(
                form.text(AUDIENCE),
                form.text(CHANNEL),
                form.text(SUBJECT),
                more.isBlank() ? text : new FreeText(text.text() + PARAGRAPH + more.text()));
    }

    static boolean submits(Submitted form) {
        return form.choices(SUBMIT).contains(NOW);
    }

    /** A field takes 3,000 characters; what is longer is cut between two paragraphs. */
    static String[] halves(String text) {
        if (text.length() <= FIELD) {
            return new String[] {text, ""};
        }
        int cut = text.lastIndexOf(PARAGRAPH, FIELD);
        return cut > 0
                ? new String[] {text.substring(0, cut), text.substring(cut + PARAGRAPH.length())}
                : new String[] {text.substring(0, FIELD), text.substring(FIELD)};
    }

    /** Read it whole, then agree or let it go. */
    static View decide(
            String callback,
            String title,
            String submit,
            String says,
            Draft draft,
            IncidentView view) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Shapes.context(says));
        blocks.addAll(DraftText.whole(draft.current(), view));
        blocks.add(Shapes.context(DraftText.identity(draft.current())));
        return Forms.modal(
                callback,
                title,
                submit,
                DraftRef.to(view.incident().id(), draft).toString(),
                blocks);
    }

    /** Why not as it is? */
    static View reason(
            String callback,
            String title,
            String submit,
            String question,
            String hint,
            Draft draft,
            IncidentView view) {
        return Forms.modal(
                callback,
                title,
                submit,
                DraftRef.to(view.incident().id(), draft).toString(),
                List.of(
                        Shapes.section("*" + draft.label() + "* " + Mrkdwn.escape(draft.title())),
                        Forms.lines(WHAT, question, hint, "", false)));
    }

    /** When, how, to whom, where it can be seen. */
    static View sent(Draft draft, IncidentView view) {
        boolean drill = view.incident().header().drill();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (drill) {
            blocks.add(Shapes.section("*" + DraftText.DRILL + "*"));
        }
        blocks.add(
                Shapes.context(
                        "*"
                                + draft.label()
                                + "* "
                                + Mrkdwn.escape(draft.title())
                                + " · sha-256 `"
                                + draft.current().shortHash()
                                + "`"));
        blocks.add(
                Forms.line(
                        HOW,
                        "By which way did it go?",
                        "",
                        draft.current().wording().channel().text()));
        blocks.add(Forms.line(TO, "To whom, or to how many?", "", ""));
        blocks.add(Forms.when(WHEN, "When?", "Now, if left empty."));
        blocks.add(
                Forms.line(
                        PROOF,
                        "Where can that be seen?",
                        drill
                                ? "What the exercise produced: a link, a file, a name."
                                : "A link, the number of a mailing, the authority's reference.",
                        ""));
        if (goesLate(draft, view)) {
            blocks.add(
                    Forms.lines(
                            LATE,
                            "If it was late: why?",
                            "A law may want the reasons with it.",
                            "",
                            true));
        }
        blocks.add(
                Forms.lines(
                        EXACT,
                        "What exactly was sent?",
                        "Paste the text from the mail or page and Muster compares it with what was"
                                + " approved.",
                        "",
                        true));
        return Forms.modal(
                "draft-sent",
                DraftSheets.sentLabel(view),
                drill ? "Exercised" : "Sent",
                DraftRef.to(view.incident().id(), draft).toString(),
                blocks);
    }

    private static boolean goesLate(Draft draft, IncidentView view) {
        return DutyCase.answeredBy(draft, view.incident(), view.policy())
                .filter(duty -> !duty.standing().settled())
                .filter(duty -> duty.sentLate(view.now()))
                .isPresent();
    }
}
