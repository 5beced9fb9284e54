/**
 * Slack, spoken to. The dispatcher claims what is on the outbox and carries it out, once, in order,
 * whatever happens: {@link io.muster.app.slack.outbound.OutboxDispatcher}, {@link
 * io.muster.app.slack.outbound.EffectRunner}, {@link io.muster.app.slack.outbound.SlackClient}.
 * Only this package calls Slack's Web API. It decides nothing about incidents; what it learns (a
 * channel's id) it reports to the desk.
 */
@NullMarked
package io.muster.app.slack.outbound;

import org.jspecify.annotations.NullMarked;
