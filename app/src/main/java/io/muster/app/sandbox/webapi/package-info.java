/** Slack's Web API: tokens, scopes, arguments, rates, and the methods by family. */
@NullMarked
package io.muster.app.sandbox.webapi;

import org.jspecify.annotations.NullMarked;
