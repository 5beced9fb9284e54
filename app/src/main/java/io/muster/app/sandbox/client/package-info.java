/**
 * What Slack's own client does for a person: sends what was typed and clicked, checks forms, shows
 * answers and errors.
 */
@NullMarked
package io.muster.app.sandbox.client;

import org.jspecify.annotations.NullMarked;
