@NullMarked
package io.muster.app.ticket;

import org.jspecify.annotations.NullMarked;
