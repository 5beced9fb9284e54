/**
 * What people do around an incident in the chat: messages put into the timeline, who follows it
 * from afar, command handed from one shift to the next: {@link io.muster.core.talk.Talk}.
 */
@NullMarked
package io.muster.core.talk;

import org.jspecify.annotations.NullMarked;
