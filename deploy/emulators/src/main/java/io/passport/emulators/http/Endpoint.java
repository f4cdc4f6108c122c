package io.passport.emulators.http;

/** A part of the server that answers some of the requests. */
public interface Endpoint {

    /** Whether this request is for this endpoint; the first endpoint that says yes answers it. */
    boolean accepts(Request request);

    /** Answers a request that this endpoint accepts. Runs on a virtual thread of its own and may block. */
    Outcome answer(Request request);
}
