/** The command line: {@link io.muster.app.cli.Cli}, one class a verb. */
@NullMarked
package io.muster.app.cli;

import org.jspecify.annotations.NullMarked;
