package io.muster.app.ticket;

import java.time.Instant;
import java.util.List;

/**
 * What a ticket is to say, in plain words without any markup.
 *
 * @param label by which it is found again; no other ticket carries it
 * @param title on one line
 * @param since before this it cannot have been opened
 */
public record Sheet(String label, String title, List<String> paragraphs, Instant since) {
    public Sheet {
        paragraphs = List.copyOf(paragraphs);
    }
}
