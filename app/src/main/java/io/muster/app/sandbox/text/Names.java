package io.muster.app.sandbox.text;

/** What ids are called in this workspace; an id that nobody knows is its own name. */
public interface Names {
    String user(String id);

    String channel(String id);

    String usergroup(String id);
}
