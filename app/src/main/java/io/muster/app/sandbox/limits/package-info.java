/** How often a method may be called, and what happens to who calls before the wait is over. */
@NullMarked
package io.muster.app.sandbox.limits;

import org.jspecify.annotations.NullMarked;
