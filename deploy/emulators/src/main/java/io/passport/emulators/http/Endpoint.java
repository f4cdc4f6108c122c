package io.passport.emulators.http;

/**
 * Answers some of the server's requests. Both methods run on the request's own virtual thread and may block; several threads call
 * them at the same time. If one throws a {@link RuntimeException}, it is logged and the client gets 500.
 */
public interface Endpoint {

    /**
     * Whether this endpoint answers the request. The first endpoint that accepts it is used; if there is none, the client gets
     * 404.
     */
    boolean accepts(Request request);

    /**
     * Answers an accepted request: with a {@link Response}, or by closing or resetting the connection ({@link
     * ConnectionFault}).
     */
    Outcome answer(Request request);
}
