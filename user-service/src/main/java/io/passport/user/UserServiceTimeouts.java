package io.passport.user;

import static io.passport.common.timeout.Timeout.of;
import static io.passport.common.timeout.Timeout.ofBreaker;
import static io.passport.common.timeout.Timeout.sum;

import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.passport.common.timeout.Timeout;
import io.passport.common.timeout.TimeoutBudget;
import io.passport.user.login.SignInProperties;
import io.passport.user.password.PasswordHashingProperties;
import io.passport.user.realname.IdCheckProperties;
import io.passport.user.smscode.SmsCodeRelease;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;

/** Checks at start-up that every request to this service ends before the gateway stops waiting for it. */
@Configuration(proxyBeanMethods = false)
class UserServiceTimeouts {

    /** A request's time besides its waits: one hash, the database and Redis. */
    private static final Timeout WORK = of("work", Duration.ofMillis(750));

    UserServiceTimeouts(
            @Value("${passport.gateway-timeout}") Duration gatewayTimeout,
            @Value("${spring.cloud.openfeign.client.config.default.connect-timeout}") long connectMillis,
            @Value("${spring.cloud.openfeign.client.config.default.read-timeout}") long readMillis,
            SignInProperties signIn,
            PasswordHashingProperties hashing,
            IdCheckProperties idCheck,
            TimeLimiterRegistry breakers) {
        Timeout gateway = of("passport.gateway-timeout", gatewayTimeout);
        Timeout verifyService =
                of("spring.cloud.openfeign.client.config.default", Duration.ofMillis(connectMillis + readMillis));
        Timeout hash = of("passport.password-hashing.max-wait", hashing.maxWait());
        Timeout others =
                of("passport.sign-in.failures.max-wait", signIn.failures().maxWait());
        Timeout rejection = of(
                "1.5 × passport.sign-in.failures.reject-delay",
                signIn.failures().longestRejectDelay());
        Timeout release = of("the release of an SMS code", SmsCodeRelease.MAX_WAIT);

        TimeoutBudget.check(verifyService, ofBreaker("verify-service", breakers), gateway);
        TimeoutBudget.check(of("passport.id-check", idCheck.timeout()), ofBreaker("id-check", breakers), gateway);
        // POST /users, POST /passwords
        TimeoutBudget.check(sum(verifyService, hash, release, WORK), gateway);
        // POST /sessions with a password
        TimeoutBudget.check(sum(others, hash, WORK), gateway);
        TimeoutBudget.check(sum(rejection, WORK), gateway);
        // PUT /user/password hashes the old and the new password
        TimeoutBudget.check(sum(hash.times(2), WORK), gateway);
    }
}
