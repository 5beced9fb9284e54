/**
 * Muster and the sandbox side by side, for whoever wants to try it: {@link
 * io.muster.app.demo.Demo}. The only place that knows both.
 */
@NullMarked
package io.muster.app.demo;

import org.jspecify.annotations.NullMarked;
