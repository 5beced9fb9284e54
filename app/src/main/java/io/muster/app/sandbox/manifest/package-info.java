/** What the app's manifest says, and what it leaves out. */
@NullMarked
package io.muster.app.sandbox.manifest;

import org.jspecify.annotations.NullMarked;
