/**
 * The HTTP side: {@link io.muster.app.web.WebServer} has the routes on one page. Requests of Slack
 * are verified on their raw bytes before anything reads them.
 */
@NullMarked
package io.muster.app.web;

import org.jspecify.annotations.NullMarked;
