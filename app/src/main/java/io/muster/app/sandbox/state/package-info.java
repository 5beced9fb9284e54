/**
 * The workspace itself: people, conversations, messages and all that hangs on them, behind one
 * short lock. Knows Slack's rules; never speaks to the app and never waits.
 */
@NullMarked
package io.muster.app.sandbox.state;

import org.jspecify.annotations.NullMarked;
