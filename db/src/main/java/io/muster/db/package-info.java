@NullMarked
package io.muster.db;

import org.jspecify.annotations.NullMarked;
