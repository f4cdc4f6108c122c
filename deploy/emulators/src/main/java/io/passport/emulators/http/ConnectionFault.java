package io.passport.emulators.http;

/** An exchange that ends without a response. */
public enum ConnectionFault implements Outcome {
    /** Closes the connection (TCP FIN). */
    CLOSE,
    /** Resets the connection (TCP RST). */
    RESET
}
