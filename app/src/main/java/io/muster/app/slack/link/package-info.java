/**
 * Links to incidents: what an address looks like, and what is shown when somebody posts one. Shows
 * nothing of a private incident outside its own channel, and calls Slack through {@link
 * io.muster.app.slack.Unfurls} only.
 */
@NullMarked
package io.muster.app.slack.link;

import org.jspecify.annotations.NullMarked;
