/**
 * A mailbox beside the workspace: an SMTP server on loopback that keeps what it is given, and a
 * page that shows it. Nothing leaves this machine.
 */
@NullMarked
package io.muster.app.sandbox.mail;

import org.jspecify.annotations.NullMarked;
