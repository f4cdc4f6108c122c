package io.passport.user.login;

import io.passport.user.attempts.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in under way.
 *
 * @param password the attempt at this password
 * @param network the attempt by this network; null from a device that the account knows
 */
record LoginAttempt(Attempt password, @Nullable Attempt network) implements AutoCloseable {

    /** The password was wrong. */
    void failed() {
        password.failed();
        if (network != null) {
            network.failed();
        }
    }

    /** The password was right. That says nothing of what else comes from the network: its failures stay. */
    void succeeded() {
        password.succeeded();
    }

    @Override
    public void close() {
        try (network) {
            password.close();
        }
    }
}
