package io.passport.emulators.inbox;

import io.passport.emulators.http.Endpoint;
import io.passport.emulators.http.Request;
import io.passport.emulators.http.Response;
import io.passport.emulators.sms.Inbox;
import io.passport.emulators.sms.Sms;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /inbox?mobile=…}: the SMS to this number, or all SMS, as a JSON array, the newest first; {@code []} if there is
 * none.
 */
public final class InboxJson implements Endpoint {

    private final Inbox inbox;

    /** Shows this inbox. */
    public InboxJson(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean accepts(Request request) {
        return request.matches("GET", "/inbox");
    }

    @Override
    public Response answer(Request request) {
        Optional<String> mobile = request.query("mobile");
        List<Sms> matching = inbox.newestFirst().stream()
                .filter(sms -> mobile.isEmpty() || mobile.get().equals(sms.mobile()))
                .toList();
        return Response.json(200, matching).with("Cache-Control", "no-store");
    }
}
