package io.muster.core.roster;

import java.util.Objects;

/**
 * Somebody who holds a role and is not in the chat: Muster cannot write to them, people can.
 *
 * @param address their e-mail address, for the eyes of those who have to write to them
 */
public record Contact(String name, String address) {
    public Contact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(address);
    }
}
