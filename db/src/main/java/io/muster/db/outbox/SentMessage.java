package io.muster.db.outbox;

import io.muster.core.notice.Effect;

/** A message that stands in Slack, with the effect that it was made from. */
public record SentMessage(long id, Effect effect, String channel, String ts) {}
