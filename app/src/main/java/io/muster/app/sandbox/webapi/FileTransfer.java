package io.muster.app.sandbox.webapi;

import io.muster.app.sandbox.state.FileTypes;
import io.muster.app.sandbox.state.SlackError;
import io.muster.app.sandbox.state.StoredFile;
import io.muster.app.sandbox.state.Team;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of files: taken in where an upload was promised, given out to who holds a token. */
public final class FileTransfer extends Handler.Abstract {
    private static final String UPLOAD = "/upload/v1/";
    private static final String DOWNLOAD = "/files-pri/";

    private final Team team;

    public FileTransfer(Team team) {
        this.team = team;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (path.startsWith(UPLOAD)) {
            upload(path.substring(UPLOAD.length()), request, response, callback);
            return true;
        }
        if (path.startsWith(DOWNLOAD)) {
            download(path.substring(DOWNLOAD.length()), request, response, callback);
            return true;
        }
        return false;
    }

    private void upload(String path, Request request, Response response, Callback callback)
            throws Exception {
        byte[] sent;
        try (InputStream body = Content.Source.asInputStream(request)) {
            sent = body.readAllBytes();
        }
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        byte[] bytes = Multipart.firstPart(sent, type == null ? "" : type).orElse(sent);
        boolean taken = team.turn(() -> team.files().upload(path, bytes));
        response.setStatus(taken ? 200 : 400);
        String words = taken ? "OK - " + bytes.length : "upload refused";
        response.write(true, ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** Without a token that may read files, Slack shows its sign-in page. */
    private void download(String path, Request request, Response response, Callback callback) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        boolean allowed =
                ("Bearer " + team.app().botToken()).equals(header)
                        && team.manifest().grants("files:read");
        Optional<StoredFile> file = allowed ? file(path) : Optional.empty();
        if (file.isEmpty()) {
            response.setStatus(302);
            response.getHeaders().put(HttpHeader.LOCATION, "/signin");
            response.write(true, null, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, FileTypes.mime(file.get().name()));
        response.write(true, ByteBuffer.wrap(file.get().content()), callback);
    }

    private Optional<StoredFile> file(String path) {
        String id = path.replaceFirst("^[^-/]*-", "").replaceFirst("/.*", "");
        try {
            return team.turn(() ->
                    Optional.of(team.files().get(id))
                            .filter(found -> team.files().visible(found, team.bot())));
        } catch (SlackError refusal) {
            return Optional.empty();
        }
    }

    /** As much of multipart as an upload of one file needs. */
    private static final class Multipart {
        private static Optional<byte[]> firstPart(byte[] body, String type) {
            if (!type.startsWith("multipart/") || !type.contains("boundary=")) {
                return Optional.empty();
            }
            String boundary = type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
            // ISO-8859-1 maps each byte to one character, so positions are byte positions.
            String text = new String(body, StandardCharsets.ISO_8859_1);
            int start = text.indexOf("\r\n\r\n") + 4;
            int end = text.indexOf("\r\n--" + boundary, start);
            return start < 4 || end < 0
                    ? Optional.empty()
                    : Optional.of(Arrays.copyOfRange(body, start, end));
        }
    }
}
