package io.muster.db.journal;

import io.muster.core.FreeText;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * What people typed in one entry. The entry holds the place and a salted commitment; text and salt
 * are kept apart, and without the salt the commitment says nothing about the text.
 */
public final class Words {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final List<Kept> kept = new ArrayList<>();
    private final Supplier<byte[]> salts;

    Words() {
        this(Words::salt);
    }

    /** Words whose salts are given. */
    Words(Supplier<byte[]> salts) {
        this.salts = salts;
    }

    /** One text with its salt, in hexadecimal. */
    record Kept(int place, String salt, FreeText text) {
        Hash commitment() {
            return Hash.ofWords(salt, text.text());
        }
    }

    /** Keeps a text for the entry that is being written. */
    Kept keep(FreeText text) {
        Kept words = new Kept(kept.size(), HexFormat.of().formatHex(salts.get()), text);
        kept.add(words);
        return words;
    }

    /** What was kept in this place. */
    FreeText text(int place) {
        return kept.get(place).text();
    }

    /** Everything that was kept, in order of place. */
    List<Kept> all() {
        return List.copyOf(kept);
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
