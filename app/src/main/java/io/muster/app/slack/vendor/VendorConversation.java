package io.muster.app.slack.vendor;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;

import io.muster.app.desk.Outcome;
import io.muster.app.slack.Answer;
import io.muster.app.slack.Conversation;
import io.muster.app.slack.ModalAnswer;
import io.muster.app.slack.Modals;
import io.muster.app.slack.Reception;
import io.muster.app.slack.Submitted;
import io.muster.app.slack.Typed;
import io.muster.app.slack.Ways;
import io.muster.app.slack.block.Forms;
import io.muster.app.slack.block.IncidentView;
import io.muster.app.slack.block.Mrkdwn;
import io.muster.app.slack.block.Shapes;
import io.muster.app.slack.fact.TimeSaid;
import io.muster.app.slack.fact.TypistsZone;
import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.incident.Incident;
import io.muster.core.incident.IncidentCommand;
import io.muster.core.incident.IncidentId;
import io.muster.core.incident.VendorCommand;
import io.muster.core.vendor.Vendor;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** It began at a sub-processor: which one, and when did they tell us? */
public final class VendorConversation implements Conversation {
    private static final String VENDOR = "vendor";
    private static final String NAME = "name";
    private static final String TOLD = "told";
    private static final String CONTEXT =
            "Your duty to tell customers may run from when the vendor told you.";
    private static final String NAMED_MEANWHILE =
            "⚠️ Somebody named another vendor while this form was open: ";

    private final Reception reception;
    private final Modals modals;
    private final Function<PersonId, Optional<ZoneId>> zones;

    /**
     * In front of this reception.
     *
     * @param zones in which zone somebody reads the clock, if that can be found out
     */
    public VendorConversation(
            Reception reception, Modals modals, Function<PersonId, Optional<ZoneId>> zones) {
        this.reception = reception;
        this.modals = modals;
        this.zones = zones;
    }

    @Override
    public void register(Ways ways) {
        ways.verb(
                        VENDOR,
                        "<name> [told <time>]",
                        "it began at a vendor; when they told us",
                        this::typed)
                .modal(VENDOR, this::submitted);
    }

    private Answer typed(Typed typed) {
        return reception.about(
                typed,
                (id, rest) ->
                        rest.rest().isBlank()
                                ? open(typed.from().trigger(), id, typed.by())
                                : name(id, rest, typed));
    }

    private Answer name(IncidentId id, Typed rest, Typed typed) {
        TypistsZone home = new TypistsZone(() -> zones.apply(typed.by()));
        ToldWords words = ToldWords.read(rest.rest(), reception.records().now(), home::zone);
        if (words.said() && words.told().isEmpty()) {
            return Answer.whisper(
                    "That is no time that Muster can read. Write it like `told 14:30` or `told 2026-03-04"
                            + " 14:30` (your time, or with `UTC` or an offset such as `+02:00` behind it)"
                            + " or `told 2 hours ago`; or type `/incident vendor` for a form.");
        }
        return reception.ask(
                id,
                new VendorCommand.NameVendor(FreeText.of(words.vendor()), words.told()),
                typed.knock(),
                after ->
                        Answer.whisper(
                                recorded(after)
                                        + words.told()
                                                .filter(at -> home.mattered())
                                                .map(at ->
                                                        " " + TimeSaid.back(at, home.isGuessed()))
                                                .orElse("")));
    }

    private static String recorded(Incident after) {
        Vendor vendor = after.dossier().vendor().orElseThrow();
        return after.id()
                + " began at "
                + Mrkdwn.escape(vendor.name())
                + vendor.told()
                        .map(t -> ", who told us " + Mrkdwn.dateTime(t) + ".")
                        .orElse(
                                ". When did they tell us? `/incident vendor "
                                        + Mrkdwn.escape(vendor.name())
                                        + " told <time>`");
    }

    private Answer open(Optional<String> trigger, IncidentId id, PersonId by) {
        Optional<IncidentView> view = reception.view(id, by);
        if (view.isEmpty()) {
            return reception.nothingHere();
        }
        return trigger.filter(t -> modals.open(t, form(view.get(), CONTEXT))).isPresent()
                ? Answer.silence()
                : Answer.whisper(
                        "The form did not open in time. Type it in one line: `/incident vendor Acme Mail"
                                + " told 14:30`.");
    }

    private static View form(IncidentView view, String context) {
        Optional<Vendor> known = view.incident().dossier().vendor();
        List<LayoutBlock> blocks =
                List.of(
                        Shapes.context(context),
                        Forms.line(
                                NAME,
                                "Which vendor?",
                                "",
                                known.map(v -> v.name().text()).orElse("")),
                        Forms.when(
                                TOLD,
                                "When did they tell us?",
                                known.flatMap(Vendor::told).isPresent()
                                        ? "Leave empty to keep what is recorded."
                                        : "In your own time zone."));
        return Forms.modal(
                VENDOR,
                "It began at a vendor",
                "Record",
                String.valueOf(view.incident().id().number()),
                blocks);
    }

    private ModalAnswer submitted(Submitted form) {
        Optional<IncidentView> view = form.incident().flatMap(id -> reception.view(id, form.by()));
        if (view.isEmpty()) {
            return ModalAnswer.close();
        }
        Optional<FreeText> named = namedMeanwhile(form, view.get());
        if (named.isPresent()) {
            String words = NAMED_MEANWHILE + Mrkdwn.escape(named.get()) + ". Which one is right?";
            return ModalAnswer.show(form(view.get(), words));
        }
        IncidentCommand command = new VendorCommand.NameVendor(form.text(NAME), form.instant(TOLD));
        return switch (reception.askAll(
                view.get().incident().id(), List.of(command), form.knock())) {
            case Outcome.Done ignored -> ModalAnswer.close();
            case Outcome.Refused(var words) -> ModalAnswer.refused(NAME, words);
        };
    }

    private static Optional<FreeText> namedMeanwhile(Submitted form, IncidentView view) {
        return view.incident()
                .dossier()
                .vendor()
                .map(Vendor::name)
                .filter(name -> !form.shown().held(NAME, name.text()))
                .filter(name -> !name.equals(form.text(NAME)));
    }
}
