/**
 * Everything that Muster can show, caught in a sandbox: compared with its files, measured against
 * Slack's limits, and drawn.
 */
@NullMarked
package io.muster.app.gallery;

import org.jspecify.annotations.NullMarked;
