package io.passport.emulators.http;

/** Answers some of the server's requests. */
public interface Endpoint {

    /** Whether this endpoint answers the request. The first endpoint that accepts it is used. */
    boolean accepts(Request request);

    /** Answers an accepted request. Runs on its own virtual thread and may block. */
    Outcome answer(Request request);
}
