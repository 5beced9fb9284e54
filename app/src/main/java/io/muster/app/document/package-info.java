/** The incident's document as a file that can be carried away and checked later. */
@NullMarked
package io.muster.app.document;

import org.jspecify.annotations.NullMarked;
