package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.user.IntegrationTest;
import io.passport.user.attempts.Lockouts;
import io.passport.user.device.Devices;
import io.passport.user.personaldata.BlindIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Three wrong passwords lock a number here, and no attempt waits. */
class LoginAttemptsIT extends IntegrationTest {

    private static final long NOBODY = 0;
    private static final int LOCKS_A_NUMBER = 3;

    @Autowired
    private StringRedisTemplate redis;

    private final Mobile mobile = new Mobile(someMobile());
    private final Caller attacker = from(someAddress());
    private final Caller owner = from(address);
    private LoginAttempts attempts;

    @BeforeEach
    void withoutPatience(@Autowired Lockouts lockouts, @Autowired Devices devices, @Autowired BlindIndex index) {
        Duration hour = Duration.ofHours(1);
        SignInProperties withoutWaiting = new SignInProperties(
                1,
                Duration.ofDays(180),
                new SignInProperties.Failures(
                        LOCKS_A_NUMBER,
                        100,
                        50,
                        hour,
                        List.of(hour),
                        Duration.ofDays(1),
                        Duration.ZERO,
                        Duration.ZERO));
        attempts = new LoginAttempts(lockouts, withoutWaiting, devices, index);
    }

    @Test
    void beginWhenTheNumberIsLockedThenItIsAFailureOfTheNetwork() {
        manyFrom(attacker).forEach(LoginAttempt::failed);
        assertThatThrownBy(() -> attempts.begin(mobile, NOBODY, owner)).isInstanceOf(ApiException.class);
        assertThat(redis.opsForHash().get(keyOf(owner), "failures")).isEqualTo("1");
    }

    @Test
    void beginWhenOthersTryTheNumberThenNothingIsCountedForTheNetwork() {
        List<LoginAttempt> others = manyFrom(attacker);
        assertThatThrownBy(() -> attempts.begin(mobile, NOBODY, owner)).isInstanceOf(ApiException.class);
        assertThat(redis.keys(keyOf(owner) + "*")).isEmpty();
        others.forEach(LoginAttempt::close);
        attempts.begin(mobile, NOBODY, owner).close();
    }

    private List<LoginAttempt> manyFrom(Caller caller) {
        return Stream.generate(() -> attempts.begin(mobile, NOBODY, caller))
                .limit(LOCKS_A_NUMBER)
                .toList();
    }

    private static String keyOf(Caller caller) {
        return "loginfail:{network:" + caller.network() + "}";
    }

    private static Caller from(String address) {
        return new Caller("gateway", null, address, Instant.now(), null);
    }
}
