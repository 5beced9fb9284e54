package io.muster.app.sandbox.mail;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows the mails, the newest first. Text only: whatever a mail holds is shown, nothing is run. */
public final class MailboxPage extends Handler.Abstract {
    private static final String PATH = "/mail";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String HEAD =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
            <meta name="viewport" content="width=device-width">
            <style>
            :root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
            body{max-width:46rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.4rem;margin:0} h2{font-size:1.05rem;margin:0}
            p.how{margin:.2rem 0 1.5rem;opacity:.75}
            article{border:1px solid #8886;border-radius:8px;padding:1rem;margin:0 0 1rem}
            dl{display:grid;grid-template-columns:auto 1fr;gap:0 .8rem;margin:.4rem 0 .8rem;
            font-size:.87rem;opacity:.8} dt{font-weight:600} dd{margin:0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font:inherit}
            </style></head><body><main><h1>Mailbox</h1>
            """;

    private final MailSink sink;

    /** Shows what came here. */
    public MailboxPage(MailSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String host = Request.getServerName(request);
        boolean loopback = host.equals("127.0.0.1") || host.equals("localhost");
        if (!Request.getPathInContext(request).equals(PATH) || !loopback) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        response.getHeaders()
                .put(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
        Content.Sink.write(response, true, page(), callback);
        return true;
    }

    private String page() {
        List<Mail> mails = sink.mails().reversed();
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p class=\"how\">What Muster mailed, the newest first. It goes nowhere else.")
                .append(" Reload to see what is new.</p>");
        if (mails.isEmpty()) {
            page.append("<p>No mail yet.</p>");
        }
        mails.forEach(mail -> page.append(article(mail)));
        return page.append("</main></body></html>").toString();
    }

    private static String article(Mail mail) {
        return "<article><h2>"
                + safe(mail.header("Subject"))
                + "</h2><dl><dt>To</dt><dd>"
                + safe(mail.to())
                + "</dd><dt>From</dt><dd>"
                + safe(mail.header("From"))
                + "</dd><dt>Came</dt><dd>"
                + TIME.format(mail.at())
                + "</dd><dt>Message-ID</dt><dd>"
                + safe(mail.header("Message-ID"))
                + "</dd></dl><pre>"
                + safe(mail.text())
                + "</pre></article>";
    }

    private static String safe(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
