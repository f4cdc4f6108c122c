package io.passport.emulators.http;

/** An exchange that ends without an answer. */
public enum ConnectionFault implements Outcome {
    /** The connection is closed in order (TCP FIN). */
    CLOSE,
    /** The connection is torn down (TCP RST), as by a peer that died. */
    RESET
}
