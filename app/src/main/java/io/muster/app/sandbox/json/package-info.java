/** Reading and writing JSON, forms and YAML the way the rest of the sandbox wants them. */
@NullMarked
package io.muster.app.sandbox.json;

import org.jspecify.annotations.NullMarked;
