package io.muster.core.evidence;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.roster.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All exhibits of one incident by number, without gaps, and what holds for all of them.
 *
 * @param legal when Legal was told that evidence may go outside
 * @param asked who in Legal was asked to take note and has not yet
 * @param hold nothing may be destroyed or returned while it stands
 */
public record Register(
        List<Exhibit> exhibits,
        Optional<LegalNote> legal,
        List<PersonId> asked,
        Optional<Hold> hold) {
    /** Nothing yet. */
    public static final Register NONE =
            new Register(List.of(), Optional.empty(), List.of(), Optional.empty());

    /**
     * Legal knows.
     *
     * @param whom who in Legal, if it was said
     * @param acknowledged they said so themselves
     */
    public record LegalNote(
            Optional<PersonId> whom, FreeText how, boolean acknowledged, Actor by, Instant at) {}

    /** Legal hold. */
    public record Hold(FreeText reason, Actor by, Instant since) {}

    public Register {
        exhibits = List.copyOf(exhibits);
        asked = List.copyOf(asked);
    }

    /** The exhibit of this number. */
    public Optional<Exhibit> find(int number) {
        return number >= 1 && number <= exhibits.size()
                ? Optional.of(exhibits.get(number - 1))
                : Optional.empty();
    }

    /** The number that the next exhibit gets. */
    public int nextNumber() {
        return exhibits.size() + 1;
    }

    /** The exhibit that was fetched, or is to be fetched, from there. */
    public Optional<Exhibit> from(ChatSource source) {
        return exhibits.stream()
                .filter(e -> e.chat().filter(source::equals).isPresent())
                .findFirst();
    }

    /** The original that has this hash. */
    public Optional<Exhibit> original(String sha256) {
        return exhibits.stream()
                .filter(e -> e.copyOf().isEmpty())
                .filter(e -> e.sha256().filter(sha256::equals).isPresent())
                .findFirst();
    }

    /** What this exhibit was made from, if it is a copy. */
    public Optional<Exhibit> originalOf(Exhibit copy) {
        return copy.copyOf().flatMap(this::find);
    }

    /** What is kept of one kind. */
    public List<Exhibit> of(Preservation step) {
        return exhibits.stream()
                .filter(e -> e.type().step().filter(step::equals).isPresent())
                .toList();
    }

    /** With this exhibit added at the end. */
    public Register with(Exhibit exhibit) {
        List<Exhibit> more = new ArrayList<>(exhibits);
        more.add(exhibit);
        return new Register(more, legal, asked, hold);
    }

    /** With the bytes of an exhibit in Muster's own keeping. */
    public Register stored(int number, Digest digest, Storage.Stored storage) {
        return change(
                number,
                e -> {
                    e.storage = storage;
                    e.digest = Optional.of(digest);
                });
    }

    /** With an exhibit on its way, lost on the way, or destroyed by Muster. */
    public Register stored(int number, Storage storage) {
        return change(number, e -> e.storage = storage);
    }

    /** With a hash for an exhibit that had none. */
    public Register hashed(int number, Digest digest) {
        return change(number, e -> e.digest = Optional.of(digest));
    }

    /** With a handover that waits for its receiver. */
    public Register offered(int number, Handover.Offer offer) {
        return change(
                number,
                e -> {
                    e.offers = offer.number();
                    e.offer = Optional.of(offer);
                });
    }

    /** With a handover that its receiver has confirmed. */
    public Register received(int number, Instant at, Optional<String> sha256) {
        return change(
                number,
                e -> {
                    List<Handover> longer = new ArrayList<>(e.chain);
                    e.offer.ifPresent(offer -> longer.add(offer.received(at, sha256)));
                    e.chain = longer;
                    e.offer = Optional.empty();
                    if (sha256.isPresent()) {
                        e.verifiedAt = Optional.of(at);
                    }
                });
    }

    /** With no handover under way: it stays with its holder. */
    public Register calledOff(int number) {
        return change(number, e -> e.offer = Optional.empty());
    }

    /** With a hash that was found to be right. */
    public Register verified(int number, Instant at) {
        return change(number, e -> e.verifiedAt = Optional.of(at));
    }

    /** With a hash that was found to be wrong: what was found right before no longer counts. */
    public Register mismatched(int number) {
        return change(
                number,
                e -> {
                    e.mismatches++;
                    e.verifiedAt = Optional.empty();
                });
    }

    /** With an exhibit given to somebody outside. */
    public Register shared(int number, Sharing sharing) {
        return change(
                number,
                e -> {
                    List<Sharing> longer = new ArrayList<>(e.sharings);
                    longer.add(sharing);
                    e.sharings = longer;
                });
    }

    /** With an exhibit out of its holder's care. */
    public Register disposed(int number, Disposal disposal) {
        return change(number, e -> e.disposal = Optional.of(disposal));
    }

    /** With Legal told. */
    public Register with(LegalNote note) {
        return new Register(exhibits, Optional.of(note), List.of(), hold);
    }

    /** With these people of Legal asked to take note. */
    public Register asking(List<PersonId> people) {
        return new Register(exhibits, legal, people, hold);
    }

    /** With or without a hold. */
    public Register holding(Optional<Hold> changed) {
        return new Register(exhibits, legal, asked, changed);
    }

    private Register change(int number, Consumer<Exhibit.Changed> change) {
        List<Exhibit> changed = new ArrayList<>(exhibits);
        Exhibit.Changed exhibit = changed.get(number - 1).change();
        change.accept(exhibit);
        changed.set(number - 1, exhibit.done());
        return new Register(changed, legal, asked, hold);
    }
}
