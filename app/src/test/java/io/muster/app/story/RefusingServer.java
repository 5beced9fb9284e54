package io.muster.app.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that knows no recipient, and says so in the words that real ones use. */
final class RefusingServer implements AutoCloseable {
    private final AtomicInteger asked = new AtomicInteger();
    private final ServerSocket door;

    RefusingServer(int port) throws IOException {
        door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                talk(socket);
            } catch (IOException e) {
                // closed, or the client went away
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        say(out, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean recipient = line.startsWith("RCPT");
            if (recipient) {
                asked.incrementAndGet();
            }
            say(out, recipient ? "550 5.1.1 <bea@board.example>: no such user" : "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
