@NullMarked
package io.muster.core;

import org.jspecify.annotations.NullMarked;
