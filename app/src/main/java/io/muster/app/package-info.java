@NullMarked
package io.muster.app;

import org.jspecify.annotations.NullMarked;
