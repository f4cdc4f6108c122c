package io.passport.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.passport.common.session.DeviceKey;
import io.passport.common.session.SessionIndex;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.common.session.SessionRecord;
import io.passport.gateway.CapturedLog;
import io.passport.gateway.GatewayIntegrationTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** Sessions end after 20 s without use. Their index lives 40 s and is refreshed every 10 s. */
@TestPropertySource(properties = "passport.sessions.lifetime.idle=20s")
class SessionLookupIT extends GatewayIntegrationTest {

    private static final String TOKEN = "T".repeat(43);
    private static final SessionKey KEY = SessionKey.ofToken(TOKEN).orElseThrow();

    /** Less than the life of a session or an index after its use, more than the refresh interval of the index. */
    private static final Duration LITTLE = Duration.ofSeconds(15);

    @RegisterExtension
    private final CapturedLog log = CapturedLog.of("io.passport.gateway");

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private SessionLifetime lifetime;

    private final SessionIndex index =
            new SessionIndex(ThreadLocalRandom.current().nextLong(1, 1L << 50));

    @BeforeEach
    void signedIn() {
        Instant now = Instant.now();
        redis.opsForZSet().add(index.redisKey(), KEY.digest(), (double) now.toEpochMilli());
        redis.expire(index.redisKey(), lifetime.indexTtl());
        redis.opsForValue().set(KEY.redisKey(), signedInAt(now), lifetime.idle());
    }

    @Test
    void useWhenSessionIsUsedThenIndexOutlivesIt() throws Exception {
        use();
        redis.expire(KEY.redisKey(), LITTLE);
        expireIndexAfter(LITTLE);
        Instant startedAt = Instant.now();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    assertThat(use()).contains("user=" + index.userId());
                    return Duration.between(startedAt, Instant.now()).compareTo(LITTLE) > 0;
                });
        assertThat(redis.opsForZSet().score(index.redisKey(), KEY.digest())).isNotNull();
    }

    @Test
    void useWhenHalfOfIdleHasPassedThenIndexIsRefreshedAgain() throws Exception {
        expireIndexAfter(LITTLE);
        use();
        assertThat(indexTtl()).isGreaterThan(LITTLE);
        expireIndexAfter(LITTLE);
        use();
        assertThat(indexTtl()).isLessThanOrEqualTo(LITTLE);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            expireIndexAfter(LITTLE);
            use();
            assertThat(indexTtl()).isGreaterThan(LITTLE);
        });
    }

    @Test
    void useWhenSessionWasDeletedThenCallerIsAnonymous() throws Exception {
        assertThat(use()).contains("user=" + index.userId());
        redis.delete(KEY.redisKey());
        assertThat(use()).contains("user=;");
    }

    /** The foreign cookie looks like one of Flask; the second token is planted. */
    @Test
    void useWhenSeveralSessionCookiesAreSentThenOnlyASingleTokenCounts() throws Exception {
        String foreign = "eyJ1c2VyIjoxfQ.ZzKq9w.mQ3";
        assertThat(useWith("session=" + foreign + "; session=" + TOKEN)).contains("user=" + index.userId());
        assertThat(useWith("session=" + TOKEN + "; session=" + TOKEN)).contains("user=" + index.userId());
        assertThat(useWith("session=" + TOKEN + "; session=" + "P".repeat(43))).contains("user=;");
    }

    @Test
    void useWhenSeveralDeviceCookiesAreSentThenOnlyASingleTokenCounts() throws Exception {
        String digest = DeviceKey.ofToken(TOKEN).orElseThrow().digest();
        assertThat(useWith("device=foreign; device=" + TOKEN)).contains(digest);
        assertThat(useWith("device=" + TOKEN + "; device=" + "P".repeat(43))).doesNotContain(digest);
    }

    @Test
    void writeWhenAnotherUserIsExpectedThenItIsRejected() throws Exception {
        USER_SERVICE.resetRequests();
        for (String other : new String[] {String.valueOf(index.userId() + 1), "", "0" + index.userId()}) {
            HttpResponse<String> answer = write(TOKEN, other);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"errno\":\"4105\"", "当前登录的账户已变更");
        }
        assertThat(write(TOKEN, String.valueOf(index.userId()), "1").body()).contains("\"errno\":\"4105\"");
        assertThat(receivedNothing()).isTrue();
        assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN ") || line.startsWith("ERROR "));
    }

    @Test
    void writeWhenTheSignedInUserIsExpectedThenServiceGetsItWithoutTheHeader() throws Exception {
        USER_SERVICE.resetRequests();
        write(TOKEN, String.valueOf(index.userId()));
        assertThat(receivedRequest().getHeader("X-Passport-Caller")).contains("user=" + index.userId());
        assertThat(receivedRequest().containsHeader("X-Passport-User")).isFalse();
    }

    @Test
    void writeWhenSessionHasEndedThenServiceAnswers() throws Exception {
        USER_SERVICE.resetRequests();
        write("E".repeat(43), String.valueOf(index.userId()));
        assertThat(receivedRequest().getHeader("X-Passport-Caller")).contains("user=;");
    }

    @Test
    void useWhenAbsoluteEndHasPassedThenSessionIsDeleted() throws Exception {
        redis.opsForValue().set(KEY.redisKey(), signedInAt(Instant.now().minusSeconds(600)), lifetime.idle());
        assertThat(use()).contains("user=;");
        assertThat(redis.hasKey(KEY.redisKey())).isFalse();
        redis.opsForValue().set(KEY.redisKey(), signedInAt(Instant.now().minusSeconds(500)), lifetime.idle());
        assertThat(use()).contains("user=" + index.userId());
        assertThat(redis.hasKey(KEY.redisKey())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"userId\":1,\"createdAt\":\"of-the-record\"}", "of-the-record"})
    void lookupWhenRecordCannotBeReadThenInternalErrorIsAnsweredAndLogged(String value) throws Exception {
        redis.opsForValue().set(KEY.redisKey(), value, lifetime.idle());
        HttpResponse<String> answer = send(request("/api/v1.0/user").header("Cookie", "session=" + TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"errno\":\"4500\"");
        assertThat(receivedNothing()).isTrue();
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("ERROR Internal error"))
                .singleElement()
                .asString()
                .contains("\tat io.passport.common.session.SessionRecord.read")
                .doesNotContain("of-the-record");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN "));
    }

    @Test
    void useWhenIndexIsGoneThenItsRefreshIsNotRepeated() throws Exception {
        redis.delete(index.redisKey());
        use();
        redis.opsForZSet().add(index.redisKey(), KEY.digest(), 1);
        expireIndexAfter(LITTLE);
        use();
        assertThat(indexTtl()).isLessThanOrEqualTo(LITTLE);
    }

    /** A record of a session that ends ten minutes after this time. */
    private String signedInAt(Instant time) {
        return new SessionRecord(index.userId(), time, time.plusSeconds(600), "203.0.113.7", "a device").write();
    }

    private String use() throws Exception {
        return useWith("session=" + TOKEN);
    }

    private String useWith(String cookies) throws Exception {
        USER_SERVICE.resetRequests();
        send(request("/api/v1.0/user").header("Cookie", cookies));
        return receivedRequest().getHeader("X-Passport-Caller");
    }

    private HttpResponse<String> write(String token, String... expectedUsers) throws Exception {
        HttpRequest.Builder request = request("/api/v1.0/user/name")
                .header("Cookie", "session=" + token)
                .PUT(HttpRequest.BodyPublishers.ofString("{}"));
        for (String user : expectedUsers) {
            request.header("X-Passport-User", user);
        }
        return send(request);
    }

    private void expireIndexAfter(Duration life) {
        redis.expire(index.redisKey(), life);
    }

    private Duration indexTtl() {
        return Duration.ofMillis(redis.getExpire(index.redisKey(), TimeUnit.MILLISECONDS));
    }
}
