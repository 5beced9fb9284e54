package io.muster.core.reach;

import io.muster.core.FreeText;
import io.muster.core.PersonId;
import io.muster.core.Phrase;
import io.muster.core.roster.Contact;

import java.util.Objects;
import java.util.Optional;

/**
 * Who is to be reached.
 *
 * @param person somebody in the chat; their address is looked up when it is needed
 * @param name of somebody who is not, as words that can be erased
 * @param address theirs, likewise
 */
public record Addressee(Optional<PersonId> person, FreeText name, FreeText address) {
    public Addressee {
        Objects.requireNonNull(person);
        Objects.requireNonNull(name);
        Objects.requireNonNull(address);
    }

    /** Somebody in the chat. */
    public static Addressee of(PersonId person) {
        return new Addressee(Optional.of(person), FreeText.NONE, FreeText.NONE);
    }

    /** Somebody who is not in the chat. */
    public static Addressee of(Contact contact) {
        return new Addressee(
                Optional.empty(), FreeText.of(contact.name()), FreeText.of(contact.address()));
    }

    /** An address outside, and nothing else. */
    public static Addressee outside(FreeText address) {
        return new Addressee(Optional.empty(), FreeText.NONE, address);
    }

    /** No person but another product. */
    public static Addressee nobody() {
        return new Addressee(Optional.empty(), FreeText.NONE, FreeText.NONE);
    }

    /** Who it is, without an address: that is for those who have to write to them. */
    public Phrase who() {
        return person.map(Phrase.EMPTY::who)
                .orElseGet(() ->
                        name.isBlank() ? Phrase.of("somebody outside") : Phrase.EMPTY.quote(name));
    }
}
