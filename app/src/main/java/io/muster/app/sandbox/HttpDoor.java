package io.muster.app.sandbox;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DefaultHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Executors;

/** The one HTTP port of the sandbox, on loopback. */
final class HttpDoor {
    private static final long IDLE_MILLIS = 300_000;

    private final Server server;
    private final ServerConnector connector;

    HttpDoor(int port, Handler... handlers) {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("sandbox-http");
        threads.setDaemon(true);
        // A call may hang on purpose; virtual threads make that cost nothing.
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        Handler.Sequence sequence = new Handler.Sequence(handlers);
        sequence.addHandler(new DefaultHandler(false, false));
        server.setHandler(sequence);
    }

    /** Where it opened. */
    URI open() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new UncheckedIOException(
                    new IOException(
                            "the sandbox cannot listen on 127.0.0.1:"
                                    + connector.getPort()
                                    + ": "
                                    + e.getMessage(),
                            e));
        }
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
    }

    void close() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the sandbox cannot close its port", e);
        }
    }
}
