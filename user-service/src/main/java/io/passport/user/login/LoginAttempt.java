package io.passport.user.login;

import io.passport.user.attempts.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in by password in progress. Closing it without a result cancels it. All methods throw {@code DataAccessException}
 * when Redis is unavailable; what is not decided then counts as failed after 10 s.
 *
 * @param password the attempt, counted by number or by device
 * @param network the attempt, counted by network; null from a device that the account knows
 */
record LoginAttempt(Attempt password, @Nullable Attempt network) implements AutoCloseable {

    /** The password was wrong. */
    void failed() {
        password.failed();
        if (network != null) {
            network.failed();
        }
    }

    /** The password was right. The network's failures stay: they may be for other numbers. */
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
