package io.passport.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PasswordVerifierTests {

    private final Password password = new Password("correct horse 8");
    private final Account known = new Account(
            1, new Mobile("13800000001"), ImportedHashes.ALL[0], null, null, Instant.EPOCH, Instant.EPOCH, 0);

    @Test
    void matchDummyWhenAnyPasswordIsGivenThenFalse() {
        PasswordVerifier check = over(new PasswordHashing(
                new PasswordHashingProperties(1, 50, Duration.ofSeconds(20)), BulkheadRegistry.ofDefaults()));
        assertThat(check.matchDummy(password)).isFalse();
        assertThat(check.matchDummy(new Password("nobody's password"))).isFalse();
    }

    @Test
    void matchWhenNoPermitIsFreeThenKnownAndUnknownAreRefusedAlike() {
        BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
        PasswordVerifier check =
                over(new PasswordHashing(new PasswordHashingProperties(1, 50, Duration.ZERO), bulkheads));
        assertThat(bulkheads.bulkhead("password-hashing").tryAcquirePermission())
                .isTrue();
        assertRefused(() -> check.matches(known, password));
        assertRefused(() -> check.matchDummy(password));
    }

    private static void assertRefused(ThrowingCallable comparison) {
        assertThatThrownBy(comparison)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQERR));
    }

    private static PasswordVerifier over(PasswordHashing hashing) {
        return new PasswordVerifier(hashing, mock(Accounts.class));
    }
}
