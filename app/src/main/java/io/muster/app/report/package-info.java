/** The control report and the figures, read from the record and written as files. */
@NullMarked
package io.muster.app.report;

import org.jspecify.annotations.NullMarked;
