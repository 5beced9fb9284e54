package io.muster.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between a client and the server that can go silent, as real ones do. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private static final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }
    }

    /** A wire to the server of this run. */
    public Wire() {
        try {
            entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        target = Postgres.port();
        Thread.ofVirtual().start(this::accept);
    }

    /** The same database, over this wire. */
    public DatabaseAddress to(TestDatabase database) {
        return DatabaseAddress.of(
                "jdbc:postgresql://127.0.0.1:"
                        + entrance.getLocalPort()
                        + "/"
                        + database.name()
                        + "?user=postgres");
    }

    /** Nothing more passes over what is connected now, and neither end learns of it. */
    public void goSilent() {
        lines.forEach(line -> line.silent = true);
    }

    /** The server at last gives up what went silent. */
    public void dropSilentLines() {
        lines.stream().filter(line -> line.silent).forEach(line -> close(line.server));
    }

    /** What is connected stays so, but nobody else gets through. */
    public void refuseMore() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often somebody has connected. */
    public int connections() {
        return lines.size();
    }

    @Override
    public void close() {
        refuseMore();
        lines.forEach(line -> {
            close(line.client);
            close(line.server);
        });
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
                lines.add(line);
                Thread.ofVirtual().start(() -> carry(line, line.client, line.server));
                Thread.ofVirtual().start(() -> carry(line, line.server, line.client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void carry(Line line, Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!line.silent) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // one end is gone; what the other learns of it is decided below
        }
        if (!line.silent) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
