package io.muster.app.web;

import io.muster.app.web.WebRequest.Body;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/** A small HTTP server: routes by method and path, whole bodies, one virtual thread a request. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    /** Slack's largest requests are a few hundred kilobytes. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration FINISH = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Routes under construction. */
    public static final class Routes {
        private final Map<String, Map<String, Route>> byPath = new LinkedHashMap<>();

        /** Answers GET on this path. */
        public Routes get(String path, Route route) {
            return on("GET", path, route);
        }

        /** Answers POST on this path, which may end with {@code /*} for any one word. */
        public Routes post(String path, Route route) {
            return on("POST", path, route);
        }

        private Routes on(String method, String path, Route route) {
            byPath.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, route);
            return this;
        }
    }

    /**
     * Starts listening.
     *
     * @param bind the address to listen on; loopback unless somebody chose otherwise
     * @param port 0 for any free one
     * @throws IOException if the port cannot be had
     */
    public static WebServer start(String bind, int port, Routes routes) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(16, 2);
        threads.setName("web");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(500);
        server.addConnector(connector);
        server.setHandler(new Dispatch(routes.byPath));
        server.setStopTimeout(FINISH.toMillis());
        try {
            server.start();
        } catch (IOException e) {
            stop(server);
            throw e;
        } catch (Exception e) {
            stop(server);
            throw new IOException(e.getMessage(), e);
        }
        return new WebServer(server, connector);
    }

    /** Where it listens. */
    public URI address() {
        String host =
                connector.getHost().contains(":")
                        ? "[" + connector.getHost() + "]"
                        : connector.getHost();
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Where it listens. */
    public InetSocketAddress socket() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** Takes nothing new and finishes what it holds. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The web server did not stop cleanly: {}", e.getMessage());
        }
    }

    private static final class Dispatch extends Handler.Abstract {
        private final Map<String, Map<String, Route>> routes;

        Dispatch(Map<String, Map<String, Route>> routes) {
            this.routes = routes;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            send(answer(request), response, callback);
            return true;
        }

        private WebResponse answer(Request request) throws IOException {
            String path = Request.getPathInContext(request);
            Map<String, Route> byMethod = find(path);
            if (byMethod == null) {
                return WebResponse.text(404, "There is nothing here.");
            }
            Route route =
                    byMethod.get(request.getMethod().equals("HEAD") ? "GET" : request.getMethod());
            if (route == null) {
                return WebResponse.text(
                        405, "Use " + String.join(" or ", byMethod.keySet()) + " here.");
            }
            byte[] body = read(request);
            if (body.length > LARGEST_BODY) {
                return WebResponse.text(413, "That is too much at once.");
            }
            return answer(
                    route,
                    new WebRequest(
                            request.getMethod(),
                            path,
                            Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                            headers(request),
                            new Body(body),
                            Objects.requireNonNullElse(Request.getRemoteAddr(request), "")));
        }

        /** What has this very path; else what takes everything at its end. */
        private @Nullable Map<String, Route> find(String path) {
            Map<String, Route> exact = routes.get(path);
            return exact != null
                    ? exact
                    : routes.get(path.substring(0, path.lastIndexOf('/') + 1) + "*");
        }

        private static WebResponse answer(Route route, WebRequest request) {
            try {
                return route.answer(request);
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", request.method(), request.path(), e);
                return WebResponse.text(
                        503,
                        "That did not work just now; nothing was changed. Try again in a minute.");
            }
        }

        /** One byte more than is allowed tells that there was more. */
        private static byte[] read(Request request) throws IOException {
            try (InputStream in = Content.Source.asInputStream(request)) {
                return in.readNBytes(LARGEST_BODY + 1);
            }
        }

        private static Map<String, List<String>> headers(Request request) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            for (HttpField field : request.getHeaders()) {
                headers.computeIfAbsent(
                                field.getName().toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                        .add(field.getValue() == null ? "" : field.getValue());
            }
            return headers;
        }

        private static void send(WebResponse answer, Response response, Callback callback) {
            response.setStatus(answer.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            answer.headers().forEach(response.getHeaders()::put);
            Content.Sink.write(response, true, answer.body(), callback);
        }
    }
}
