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

/**
 * Checks at start-up that the waits of each operation, added up, are shorter than the gateway's timeout. It only compares
 * settings: if a sum is too long, the service does not start. Nothing enforces {@link #WORK}: a slower database, or an
 * imported hash that takes longer, is not noticed here.
 */
@Configuration(proxyBeanMethods = false)
class UserServiceTimeouts {

    /** An estimate: how long one hash takes once it has begun, with the calls to the database and Redis around it. */
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
        Timeout hashWait = of("passport.password-hashing.max-wait", hashing.maxWait());
        Timeout waitForOtherSignIns =
                of("passport.sign-in.failures.max-wait", signIn.failures().maxWait());
        Timeout rejection = of(
                "1.5 × passport.sign-in.failures.reject-delay",
                signIn.failures().longestRejectDelay());
        Timeout release = of("the release of an SMS code", SmsCodeRelease.MAX_WAIT);

        // Each argument must be shorter than the next.
        // every call to verify-service, and the call of POST /user/auth to the identity check
        TimeoutBudget.check(verifyService, ofBreaker("verify-service", breakers), gateway);
        TimeoutBudget.check(of("passport.id-check", idCheck.timeout()), ofBreaker("id-check", breakers), gateway);
        // POST /users, POST /passwords, PUT /user/mobile; POST /sessions with an SMS code, which hashes nothing
        TimeoutBudget.check(sum(verifyService, hashWait, release, WORK), gateway);
        // POST /sessions with a password
        TimeoutBudget.check(sum(waitForOtherSignIns, hashWait, WORK), gateway);
        // POST /sessions with a password, rejected
        TimeoutBudget.check(sum(rejection, WORK), gateway);
        // PUT /user/password compares the old password and then hashes the new one: both wait, and both are computed
        TimeoutBudget.check(sum(hashWait.times(2), WORK.times(2)), gateway);
    }
}
