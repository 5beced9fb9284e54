package io.muster.app.sandbox.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes every mail and passes none on. It speaks as much SMTP as a mail program needs, on loopback
 * only.
 */
public final class MailSink implements AutoCloseable {
    private static final int MOST = 500;
    private static final int LONGEST = 1_000_000;
    private static final int IDLE_MILLIS = 60_000;

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final InstantSource clock;

    /** Opens on a free port. */
    public MailSink(InstantSource clock) {
        this.clock = clock;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's mailbox cannot be opened", e);
        }
        Thread.ofVirtual().name("sandbox-mail").start(this::serve);
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** Everything that came, the oldest first. */
    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's mailbox cannot be closed", e);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            new Conversation(in, socket.getOutputStream()).run();
        } catch (IOException e) {
            // the other side went away; what it did not finish was not given in
        }
    }

    private void keep(List<String> recipients, String raw) {
        for (String to : recipients) {
            mails.add(new Mail(to, raw, clock.instant()));
        }
        while (mails.size() > MOST) {
            mails.removeFirst();
        }
    }

    /** One connection. */
    private final class Conversation {
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();

        Conversation(BufferedReader in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void run() throws IOException {
            say("220 sandbox");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO", "NOOP" -> say("250 sandbox");
                    case "MAIL", "RSET" -> {
                        recipients.clear();
                        say("250 ok");
                    }
                    case "RCPT" -> {
                        recipients.add(address(line));
                        say("250 ok");
                    }
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("502 not here");
                }
            }
        }

        private void data() throws IOException {
            if (recipients.isEmpty()) {
                say("503 to whom?");
                return;
            }
            say("354 go on");
            StringBuilder raw = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    finish(raw);
                    return;
                }
                if (raw.length() <= LONGEST) {
                    raw.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
                }
            }
        }

        private void finish(StringBuilder raw) throws IOException {
            if (raw.length() > LONGEST) {
                say("552 too long");
                return;
            }
            keep(recipients, raw.toString());
            recipients.clear();
            say("250 kept");
        }

        private String address(String line) {
            int from = line.indexOf('<');
            int to = line.indexOf('>');
            return from >= 0 && to > from ? line.substring(from + 1, to) : line;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
