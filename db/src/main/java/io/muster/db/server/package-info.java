/**
 * A PostgreSQL of our own for whoever brings none: {@link io.muster.db.server.EmbeddedServer}. It
 * keeps its data, survives being killed, and never mistakes a foreign server for its own.
 */
@NullMarked
package io.muster.db.server;

import org.jspecify.annotations.NullMarked;
