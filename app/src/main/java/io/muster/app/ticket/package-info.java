/**
 * Speaks to the team's own ticket system. Opens, comments and moves tickets; decides nothing, and
 * never writes there what a private incident is about.
 */
@NullMarked
package io.muster.app.ticket;

import org.jspecify.annotations.NullMarked;
