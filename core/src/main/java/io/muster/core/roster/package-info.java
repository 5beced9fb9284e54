/**
 * People, roles, who is on duty. Reading order: {@link io.muster.core.roster.Actor}, {@link
 * io.muster.core.roster.Roster}, {@link io.muster.core.roster.RoleBook}; then {@link
 * io.muster.core.roster.Team}, which a file says, and {@link io.muster.core.roster.TeamReader}.
 * Never asks a chat or a rota: who is on duty is handed in.
 */
@NullMarked
package io.muster.core.roster;

import org.jspecify.annotations.NullMarked;
