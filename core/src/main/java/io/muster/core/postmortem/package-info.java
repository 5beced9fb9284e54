/**
 * The post-mortem as a document: what people wrote and what the record writes, brought together
 * when somebody reads it. Reading order: {@link io.muster.core.postmortem.PostMortem}, {@link
 * io.muster.core.postmortem.Chapter}. It decides nothing and stores nothing.
 */
@NullMarked
package io.muster.core.postmortem;

import org.jspecify.annotations.NullMarked;
