/**
 * The public status page: {@link io.muster.app.status.PublicView} says what the public may know,
 * {@link io.muster.app.status.StatusHtml}, {@link io.muster.app.status.StatusJson} and {@link
 * io.muster.app.status.StatusAtom} write it down, {@link io.muster.app.status.StatusPage} keeps it
 * fresh. Nothing here reads an incident.
 */
@NullMarked
package io.muster.app.status;

import org.jspecify.annotations.NullMarked;
