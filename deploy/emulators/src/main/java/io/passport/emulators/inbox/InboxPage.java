package io.passport.emulators.inbox;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.Sms;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** {@code GET /}: the inbox as a page that updates itself. */
public final class InboxPage implements Endpoint {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Inbox inbox;
    private final PageTemplate template = PageTemplate.load();

    /** Shows this inbox. */
    public InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean accepts(Request request) {
        return request.matches("GET", "/");
    }

    @Override
    public Response answer(Request request) {
        String rows = inbox.newestFirst().stream().map(InboxPage::row).collect(Collectors.joining());
        return Response.text(200, "text/html; charset=utf-8", template.filled(rows))
                .with("Content-Security-Policy", template.contentSecurityPolicy())
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    private static String row(Sms sms) {
        return """
                <tr><td><time datetime="%s">%s</time></td><td>%s</td><td><code>%s</code></td><td>%s</td><td>%s</td></tr>
                """.formatted(
                        sms.at(),
                        TIME.format(sms.at()),
                        escaped(sms.mobile()),
                        escaped(sms.code()),
                        escaped(sms.text()),
                        escaped(sms.provider()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
