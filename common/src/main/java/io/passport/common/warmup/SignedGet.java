package io.passport.common.warmup;

import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;

/** Sends requests to this process as the gateway sends them: signed, for a signed-in user. */
public final class SignedGet {

    /** No account has this id, so nothing of an account is read or logged. */
    private static final long NO_ACCOUNT = 0;

    /** The first request of a process takes up to a second, or several on a busy machine. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private final CallSignature signature;
    private final Clock clock;

    SignedGet(CallSignature signature, Clock clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * Sends one request and reads the answer. Connections are reused.
     *
     * @throws IOException if there is no answer within 10 s, or its status is not 200
     */
    public void send(URI server, String path) throws IOException {
        Caller caller =
                new Caller("gateway", new SignedInUser(NO_ACCOUNT, "warm-up"), "127.0.0.1", clock.instant(), null);
        var request = (HttpURLConnection) server.resolve(path).toURL().openConnection();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setRequestProperty(Caller.HEADER, caller.header());
        request.setRequestProperty(CallSignature.HEADER, signature.sign("GET", path, caller));
        try (InputStream answer = request.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
        if (request.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(path + " answered " + request.getResponseCode());
        }
    }
}
