package io.muster.app.sandbox.delivery;

import java.util.concurrent.CompletableFuture;

/** A way to the app. */
interface Transport {
    /** The outcome, whenever it comes; waiting is the caller's affair. */
    CompletableFuture<Outcome> send(Outbound outbound);
}
