/**
 * What an organisation owes to its own plan: that it is reviewed, rehearsed and tested, and which
 * version of it is in force. Reading order: {@link io.muster.core.program.Program}, {@link
 * io.muster.core.program.ProgramEvent}, {@link io.muster.core.program.ProgramRules}.
 *
 * <p>None of this belongs to an incident, and yet an auditor asks for it with the same words: who
 * did what when, and can you prove it? So the program has one standing file of its own, a second
 * small aggregate with its own sealed events. It is kept in the same journal as the incidents,
 * under the number 0, which no incident has: the same hash chain, the same guards of the database,
 * the same side door for words. Its promises are {@link io.muster.core.obligation.Obligation}s in
 * the same table, so the same bell rings for them.
 *
 * <p>Why not an incident that is never closed: it would have a severity, a channel and a place in
 * every list and every count, and each of those would need an exception. Why not a journal of its
 * own: a second chain would need second guards, and guards that are written twice differ one day.
 *
 * <p>Whoever holds an incident's lock may take that of the program, never the other way round.
 */
@NullMarked
package io.muster.core.program;

import org.jspecify.annotations.NullMarked;
