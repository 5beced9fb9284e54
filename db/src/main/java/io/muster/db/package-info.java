/**
 * The storey that remembers. {@link io.muster.db.Archive} hands out transactions; the rooms hold
 * one class for each table, named as in core. jOOQ stays inside this module; rows become domain
 * types at once. Decides nothing, and never speaks to the outside.
 */
@NullMarked
package io.muster.db;

import org.jspecify.annotations.NullMarked;
