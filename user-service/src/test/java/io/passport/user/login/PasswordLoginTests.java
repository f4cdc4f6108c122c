package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.Attempt;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import io.passport.user.password.PasswordVerifier;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** With a reject delay of zero, which would otherwise hide the work of a failed sign-in. */
class PasswordLoginTests {

    private static final Mobile KNOWN = new Mobile("13800000001");
    private static final Mobile UNKNOWN = new Mobile("13800000002");
    private static final Caller CALLER = new Caller("gateway", null, "203.0.113.7", Instant.EPOCH, null);

    private final Accounts accounts = mock(Accounts.class);
    private final LoginAttempts attempts = mock(LoginAttempts.class);
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(
                    it -> it.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("passport.sign-in.failures.reject-delay=0s")
            .withUserConfiguration(Properties.class)
            .withBean(BulkheadRegistry.class, BulkheadRegistry::ofDefaults)
            .withBean(Accounts.class, () -> accounts)
            .withBean(LoginAttempts.class, () -> attempts)
            .withBean(PasswordHashing.class)
            .withBean(PasswordVerifier.class)
            .withBean(PasswordLogin.class);

    @Test
    void authenticateWhenTheNumberIsUnknownThenAsManyHashesAreMadeAsForAWrongPassword() {
        context.run(started -> {
            String hash = started.getBean(PasswordHashing.class).hash(new NewPassword(new Password("correct horse 9")));
            when(accounts.byMobile(KNOWN))
                    .thenReturn(Optional.of(new Account(1, KNOWN, hash, null, null, Instant.EPOCH, Instant.EPOCH, 0)));
            when(accounts.byMobile(UNKNOWN)).thenReturn(Optional.empty());
            when(attempts.begin(any(), anyLong(), any()))
                    .thenAnswer(call -> new LoginAttempt(mock(Attempt.class), mock(Attempt.class)));
            assertThat(hashesOfAFailure(started, KNOWN)).isEqualTo(1);
            assertThat(hashesOfAFailure(started, UNKNOWN)).isEqualTo(1);
        });
    }

    private static int hashesOfAFailure(ApplicationContext started, Mobile mobile) {
        AtomicInteger hashes = new AtomicInteger();
        started.getBean(BulkheadRegistry.class)
                .bulkhead("password-hashing")
                .getEventPublisher()
                .onCallPermitted(event -> hashes.incrementAndGet());
        assertThatThrownBy(() -> started.getBean(PasswordLogin.class)
                        .authenticate(mobile, new Password("correct horse 8"), CALLER))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(ErrorCode.DATAERR));
        return hashes.get();
    }

    @ConfigurationPropertiesScan({"io.passport.user.login", "io.passport.user.password"})
    static class Properties {}
}
