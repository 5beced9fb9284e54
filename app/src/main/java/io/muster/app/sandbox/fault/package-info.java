/** What shall go wrong: a plan that tests write and that the Web API and the deliveries follow. */
@NullMarked
package io.muster.app.sandbox.fault;

import org.jspecify.annotations.NullMarked;
