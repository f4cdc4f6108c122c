package io.passport.user.login;

import io.passport.common.api.ApiException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The places of those who sign in by password. Each waits for seconds, for others, for a hash or with a refusal, and holds
 * a connection meanwhile: a flood of them must leave some to everybody else.
 */
@Component
class LoginConcurrencyLimit {

    private final Semaphore free;

    LoginConcurrencyLimit(LoginProperties settings) {
        this.free = new Semaphore(settings.maxConcurrent());
    }

    /**
     * Signs in, if there is a place.
     *
     * @throws ApiException {@code 4201} at once when all are taken; or as the sign-in does
     */
    <T> T run(Supplier<T> signIn) {
        if (!free.tryAcquire()) {
            throw ApiException.tooManyRequests(Duration.ofSeconds(1));
        }
        try {
            return signIn.get();
        } finally {
            free.release();
        }
    }
}
