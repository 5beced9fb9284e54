/**
 * Block Kit's rules: which blocks, elements and views Slack would accept, and what it fills in
 * itself.
 */
@NullMarked
package io.muster.app.sandbox.blockkit;

import org.jspecify.annotations.NullMarked;
