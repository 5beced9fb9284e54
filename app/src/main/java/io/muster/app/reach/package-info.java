/**
 * Reaches people beside Slack: mail by SMTP, and webhooks. Reading order: {@link
 * io.muster.app.reach.Reaching}, {@link io.muster.app.reach.SmtpMailer}, {@link
 * io.muster.app.reach.HookCaller}. Decides nothing; the only room that knows Jakarta Mail.
 */
@NullMarked
package io.muster.app.reach;

import org.jspecify.annotations.NullMarked;
