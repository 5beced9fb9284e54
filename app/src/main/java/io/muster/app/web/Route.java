package io.muster.app.web;

/** What happens to requests of one method and path. */
public interface Route {
    /** Answers. An exception becomes "try again later", never a stack trace. */
    WebResponse answer(WebRequest request);
}
