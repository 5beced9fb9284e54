/** What the build itself runs. Nothing here is shipped, and nothing shipped knows of it. */
@NullMarked
package io.muster.build;

import org.jspecify.annotations.NullMarked;
