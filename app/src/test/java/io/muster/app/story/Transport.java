package io.muster.app.story;

/** How Slack delivers. */
enum Transport {
    HTTP,
    SOCKET
}
