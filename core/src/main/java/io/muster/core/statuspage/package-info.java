/**
 * What the public may read: {@link io.muster.core.statuspage.Bulletin} is one entry on the status
 * page, {@link io.muster.core.statuspage.Publications} all that were made of an incident. Nothing
 * else of an incident is public.
 */
@NullMarked
package io.muster.core.statuspage;

import org.jspecify.annotations.NullMarked;
