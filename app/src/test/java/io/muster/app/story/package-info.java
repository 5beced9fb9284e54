/**
 * User stories, told in the sandbox: {@link io.muster.app.story.Story} is the world they happen in.
 */
@NullMarked
package io.muster.app.story;

import org.jspecify.annotations.NullMarked;
