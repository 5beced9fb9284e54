package io.muster.app.slack.outbound;

import java.util.List;

/**
 * Files that come with one message.
 *
 * @param comment markup of that message
 */
record Parcel(List<SharedFile> files, String comment) {
    Parcel {
        files = List.copyOf(files);
    }

    /** Of one file. */
    Parcel(SharedFile file, String comment) {
        this(List.of(file), comment);
    }
}
