package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.internalcall.Caller;
import io.passport.common.pii.Mobile;
import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionKey;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Account;
import io.passport.user.account.Accounts;
import io.passport.user.attempts.DistinctSubjectLimit;
import io.passport.user.attempts.LockoutPolicy;
import io.passport.user.attempts.Lockouts;
import io.passport.user.device.Devices;
import io.passport.user.password.NewPassword;
import io.passport.user.password.Password;
import io.passport.user.password.PasswordHashing;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * {@code POST /sessions} with passwords. Here three failures lock a number, 45 failures or failures for eleven numbers lock a
 * network, and forty may sign in at the same time.
 */
@TestPropertySource(
        properties = {
            "passport.sign-in.max-concurrent=40",
            "passport.sign-in.failures.per-network=45",
            "passport.sign-in.failures.numbers-per-network=10",
            "passport.sign-in.failures.reject-delay=100ms",
            "passport.sign-in.failures.max-wait=5m"
        })
class LoginIT extends IntegrationTest {

    private static final int CALLERS = 40;

    private static final String RIGHT = "correct horse 9";
    private static final int LOCKS_A_NUMBER = 3;
    private static final int LOCKS_A_NETWORK = 45;

    /** A spy, since a real Redis cannot fail in one step only. */
    @MockitoSpyBean
    private Lockouts lockouts;

    @Autowired
    private BulkheadRegistry bulkheads;

    @Autowired
    private LoginAttempts attempts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Devices devices;

    @Autowired
    private PasswordHashing hashing;

    @Autowired
    private StringRedisTemplate redis;

    private final String mobile = someMobile();
    private final String network = someNetwork();
    private Account account;

    @BeforeEach
    void registered() {
        account = accounts.create(new Mobile(mobile), hashing.hash(new NewPassword(new Password(RIGHT))));
    }

    @Test
    void logInWhenFortyWrongOnesComeAtOnceThenThreeAreComparedAndAllAreCounted() throws Exception {
        List<String> answers = Simultaneously.call(CALLERS, i -> logIn(mobile, "wrong " + i, network, null));
        assertThat(answers.stream().filter(answer -> answer.contains("\"4004\"")))
                .hasSize(LOCKS_A_NUMBER);
        assertThat(answers.stream().filter(answer -> answer.contains("\"4201\"")))
                .hasSize(CALLERS - LOCKS_A_NUMBER);
        assertThat(redis.opsForHash().get("loginfail:{network:" + network + "}", "failures"))
                .isEqualTo("40");
    }

    @Test
    void logInWhenFortyRightOnesComeAtOnceThenAllSucceedAndTenSessionsAndTwentyDevicesStay() throws Exception {
        List<HttpResponse<String>> answers = Simultaneously.call(CALLERS, i -> send(RIGHT, null));
        assertThat(answers).allMatch(answer -> answer.body().contains("\"errno\":\"0\""));
        assertThat(answers.stream()
                        .filter(answer -> redis.hasKey(sessionOf(answer).redisKey())))
                .hasSize(10);
        assertThat(redis.opsForZSet().zCard("sessions:{" + account.id() + "}")).isEqualTo(10);
        assertThat(answers.stream().filter(answer -> devices.knows(account.id(), deviceOf(answer))))
                .hasSize(20);
        assertThat(redis.keys(keyOf(mobile) + "*")).isEmpty();
    }

    @Test
    void logInWhenTheNumberIsUnknownThenTextAndLockAreTheSame() {
        String unknown = someMobile();
        for (int i = 0; i < LOCKS_A_NUMBER; i++) {
            assertThat(logIn(unknown, RIGHT, network, null))
                    .isEqualTo(logIn(mobile, "wrong", network, null))
                    .isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"用户名或密码错误\"}");
        }
        assertThat(logIn(unknown, RIGHT, network, null)).startsWith("{\"errno\":\"4201\"");
        assertThat(logIn(mobile, RIGHT, network, null)).startsWith("{\"errno\":\"4201\"");
        assertThat(fieldsOf(keyOf(unknown))).isEqualTo(fieldsOf(keyOf(mobile))).isNotEmpty();
    }

    @Test
    void logInWhenTooManySignInThenAllAreRefusedBeforeAnythingIsLookedUp() {
        Bulkhead bulkhead = bulkheads.bulkhead("password-login");
        for (int i = 0; i < CALLERS; i++) {
            bulkhead.acquirePermission();
        }
        List<String> answers = List.of(logIn(mobile, RIGHT, network, null), logIn(someMobile(), RIGHT, network, null));
        for (int i = 0; i < CALLERS; i++) {
            bulkhead.releasePermission();
        }
        assertThat(answers.getFirst()).startsWith("{\"errno\":\"4201\"").isEqualTo(answers.getLast());
        verify(lockouts, never()).begin(contains(network), any(LockoutPolicy.class), any(DistinctSubjectLimit.class));
        assertThat(logIn(mobile, RIGHT, network, null)).contains("\"errno\":\"0\"");
    }

    @Test
    void logInWhenItFailsThenTheAnswerIsDelayed() {
        Instant before = Instant.now();
        lock();
        assertThat(logIn(mobile, RIGHT, network, null)).contains("4201");
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void logInWhenTheNumberIsLockedThenAKnownDeviceStillSignsIn() {
        DeviceKey known = deviceOf(send(RIGHT, null));
        lock();
        assertThat(logIn(mobile, RIGHT, network, null)).contains("4201");
        assertThat(logIn(mobile, RIGHT, network, known)).contains("\"errno\":\"0\"");
        assertThat(logIn(mobile, RIGHT, network, null)).contains("4201");
    }

    @Test
    void logInWhenAKnownDeviceFailsThenItLocksByItself() {
        DeviceKey known = deviceOf(send(RIGHT, null));
        for (int i = 0; i < LOCKS_A_NUMBER; i++) {
            assertThat(logIn(mobile, "wrong", network, known)).contains("4004");
        }
        assertThat(logIn(mobile, RIGHT, network, known)).contains("4201");
        assertThat(logIn(mobile, RIGHT, network, null)).contains("\"errno\":\"0\"");
        assertThat(redis.keys("loginfail:{network:" + network + "}*")).isEmpty();
    }

    @Test
    void logInWhenTheDeviceIsKnownToAnotherAccountThenItIsUnknownHere() {
        DeviceKey stranger = deviceOf(send(RIGHT, null));
        String other = someMobile();
        accounts.create(new Mobile(other), account.passwordHash());
        for (int i = 0; i < LOCKS_A_NUMBER; i++) {
            logIn(other, "wrong", network, stranger);
        }
        assertThat(logIn(other, RIGHT, network, stranger)).contains("4201");
        assertThat(redis.hasKey(keyOf(other))).isTrue();
    }

    @Test
    void logInWhenANetworkFailedTooOftenThenOnlyThatNetworkIsLocked() throws Exception {
        String other = someMobile();
        Simultaneously.call(CALLERS, i -> logIn(other, "wrong " + i, network, null));
        for (int i = CALLERS; i < LOCKS_A_NETWORK; i++) {
            assertThat(logIn(mobile, RIGHT, network, null)).contains("\"errno\":\"0\"");
            logIn(other, "wrong " + i, network, null);
        }
        assertThat(logIn(mobile, RIGHT, network, null)).contains("4201");
        assertThat(logIn(mobile, RIGHT, someNetwork(), null)).contains("\"errno\":\"0\"");
    }

    @Test
    void logInWhenANetworkFailedForManyNumbersThenOnlyThatNetworkIsLocked() throws Exception {
        Simultaneously.call(CALLERS, i -> i < 10 ? logIn(someMobile(), RIGHT, network, null) : "");
        assertThat(logIn(mobile, RIGHT, network, null)).contains("\"errno\":\"0\"");
        logIn(someMobile(), RIGHT, network, null);
        assertThat(logIn(mobile, RIGHT, network, null)).contains("4201");
        assertThat(logIn(mobile, RIGHT, someNetwork(), null)).contains("\"errno\":\"0\"");
    }

    @Test
    void logInWhenRedisFailsForTheNumberThenNothingIsCountedForTheNetwork() {
        doThrow(new QueryTimeoutException("frozen"))
                .when(lockouts)
                .begin(eq(keyOf(mobile)), any(LockoutPolicy.class), any(Runnable.class));
        assertThat(logIn(mobile, RIGHT, network, null)).contains("\"4001\"");
        assertThat(redis.keys("loginfail:{network:" + network + "}*")).isEmpty();
    }

    @Test
    void logInWhenItFailsThenNoNumberIsInAnyKey() {
        String unknown = someMobile();
        logIn(unknown, RIGHT, network, null);
        Set<String> subjects = redis.opsForZSet().range("loginfail:{network:" + network + "}:subjects", 0, -1);
        assertThat(subjects).hasSize(1).noneMatch(subject -> subject.contains(unknown));
        assertThat(redis.hasKey(keyOf(unknown))).isTrue();
        assertThat(redis.keys("*" + unknown + "*")).isEmpty();
    }

    private void lock() {
        for (int i = 0; i < LOCKS_A_NUMBER; i++) {
            assertThat(logIn(mobile, "wrong", someNetwork(), null)).contains("4004");
        }
    }

    private HttpResponse<String> send(String password, @Nullable DeviceKey device) {
        return send(mobile, password, network, device);
    }

    private String logIn(String number, String password, String from, @Nullable DeviceKey device) {
        return send(number, password, from, device).body();
    }

    private HttpResponse<String> send(String number, String password, String from, @Nullable DeviceKey device) {
        return send(
                "POST",
                "/api/v1.0/sessions",
                "{\"mobile\":\"%s\",\"password\":\"%s\"}".formatted(number, password),
                new Caller("gateway", null, from, Instant.now(), device));
    }

    private String keyOf(String number) {
        return attempts.keyOf(new Mobile(number));
    }

    private Set<Object> fieldsOf(String key) {
        return redis.opsForHash().keys(key);
    }

    private static SessionKey sessionOf(HttpResponse<String> answer) {
        return SessionKey.ofToken(cookieOf(answer, SessionKey.COOKIE)).orElseThrow();
    }

    private static DeviceKey deviceOf(HttpResponse<String> answer) {
        return DeviceKey.ofToken(cookieOf(answer, DeviceKey.COOKIE)).orElseThrow();
    }

    private static String cookieOf(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String someNetwork() {
        return someAddress();
    }
}
