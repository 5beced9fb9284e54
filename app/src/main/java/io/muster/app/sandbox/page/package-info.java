/**
 * The page on which a person acts as anybody in the workspace: what it draws and what it may do.
 */
@NullMarked
package io.muster.app.sandbox.page;

import org.jspecify.annotations.NullMarked;
