package io.passport.user.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.passport.common.session.SessionIndex;
import io.passport.common.session.SessionKey;
import io.passport.common.session.SessionLifetime;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.user.IntegrationTest;
import io.passport.user.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** In a separate database of Redis, so that all its keys can be counted. */
class SessionsIT extends IntegrationTest {

    private static final int CALLERS = 40;

    private static final SessionLifetime MONTH = new SessionLifetime(Duration.ofHours(24), Duration.ofDays(30));
    private static final SessionLifetime BRIEF = new SessionLifetime(Duration.ofMillis(300), Duration.ofDays(30));
    private static final SessionProperties TEN = new SessionProperties(10, new SessionProperties.Cookie(true));
    private static final int A_DATABASE_OF_OUR_OWN = 7;

    /** {@code deploy/bench/expired-sessions} has a million. */
    private static final int EXPIRED = Integer.getInteger("passport.test.expired-sessions", 2000);

    private final MovableClock clock = new MovableClock();
    private final long user = ThreadLocalRandom.current().nextLong(1, 1L << 50);
    private LettuceConnectionFactory connections;
    private StringRedisTemplate redis;
    private Sessions sessions;

    @BeforeEach
    void empty(@Autowired LettuceConnectionFactory shared) {
        var where = new RedisStandaloneConfiguration("127.0.0.1", shared.getPort());
        where.setDatabase(A_DATABASE_OF_OUR_OWN);
        connections = new LettuceConnectionFactory(where);
        connections.start();
        redis = new StringRedisTemplate(connections);
        redis.getRequiredConnectionFactory().getConnection().serverCommands().flushDb();
        sessions = living(MONTH);
    }

    @AfterEach
    void close() {
        connections.destroy();
    }

    @Test
    void startWhenFortyStartAtOnceThenTenStayAndAllAreInTheIndex() throws Exception {
        Simultaneously.call(CALLERS, i -> start());
        assertThat(redis.keys("session:*")).hasSize(10);
        assertThat(redis.keys("session:*"))
                .containsExactlyInAnyOrderElementsOf(sessions.newestFirst(user).stream()
                        .map(session -> session.key().redisKey())
                        .toList());
    }

    @Test
    void startWhenTenSessionsExistThenTheOldestEnds() {
        List<SessionKey> started = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            started.add(start());
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(listed()).isEqualTo(started.subList(1, 11).reversed());
        assertThat(redis.hasKey(started.getFirst().redisKey())).isFalse();
    }

    @Test
    void startWhenTheOldestCannotBeEndedThenItStaysInTheIndex() {
        SessionKey oldest = start();
        for (int i = 0; i < 9; i++) {
            start();
        }
        StringRedisTemplate frozen = spy(redis);
        doThrow(new QueryTimeoutException("frozen")).when(frozen).delete(anyCollection());
        assertThatThrownBy(() -> living(MONTH, frozen).start(user, "203.0.113.7", "a device"))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(listed()).hasSize(10).endsWith(oldest);
        start();
        assertThat(listed()).hasSize(9).doesNotContain(oldest);
        sessions.endAll(user);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void startWhenAnotherClockIsAheadThenTheOldestEndsStill() {
        SessionKey oldest = start();
        for (int i = 0; i < 9; i++) {
            start();
        }
        clock.pass(Duration.ofMinutes(-1));
        SessionKey newest = start();
        assertThat(listed()).hasSize(10).startsWith(newest).doesNotContain(oldest);
    }

    @Test
    void startWhenSessionsHaveExpiredThenNoLiveOneEnds() {
        SessionKey oldest = start();
        for (int i = 0; i < 9; i++) {
            redis.delete(start().redisKey());
        }
        clock.pass(Duration.ofMinutes(2));
        for (int i = 0; i < 9; i++) {
            start();
        }
        assertThat(listed()).hasSize(10).endsWith(oldest);
    }

    @Test
    void startWhenOneIsAboutToBeSetThenTheOldestEndsInstead() {
        SessionIndexes indexes = new SessionIndexes(redis, MONTH, TEN, clock);
        SessionKey oldest = start();
        clock.pass(Duration.ofSeconds(1));
        SessionKey starting = new SessionKey("starting");
        indexes.add(user, starting);
        for (int i = 0; i < 9; i++) {
            start();
        }
        assertThat(indexes.newestFirst(user)).contains(starting).doesNotContain(oldest);
    }

    @Test
    void startWhenManyHaveExpiredThenOnlyKeysOfLiveSessionsAreLeft() {
        SessionKey alive = start();
        Sessions brief = living(BRIEF);
        IntStream.range(0, EXPIRED)
                .parallel()
                .forEach(i -> brief.start(user + 1 + i % 1000, "203.0.113.7", "a device"));
        await().untilAsserted(() -> assertThat(redis.keys("*"))
                .containsExactlyInAnyOrder(alive.redisKey(), new SessionIndex(user).redisKey()));
    }

    @Test
    void listWhenASessionIsPastItsAbsoluteEndThenItIsNotListed() {
        start();
        clock.pass(MONTH.absolute());
        assertThat(listed()).isEmpty();
    }

    @Test
    void endWhenCalledTwiceThenOnlyTheFirstTellsTrue() {
        SessionKey mine = start();
        SessionKey other = start();
        assertThat(sessions.end(user + 1, mine)).isFalse();
        assertThat(sessions.end(user, mine)).isTrue();
        assertThat(sessions.end(user, mine)).isFalse();
        assertThat(sessions.end(user, new SessionKey("no such one"))).isFalse();
        assertThat(listed()).containsExactly(other);
    }

    @Test
    void endOthersWhenCalledThenOneStays() {
        start();
        SessionKey kept = start();
        start();
        sessions.endOthers(user, kept);
        assertThat(listed()).containsExactly(kept);
        assertThat(redis.keys("session:*")).containsExactly(kept.redisKey());
    }

    @Test
    void endAllWhenManyStartMeanwhileThenAllLiveOnesAreInTheIndex() throws Exception {
        for (int round = 0; round < 5; round++) {
            Simultaneously.call(CALLERS, i -> {
                if (i % 4 == 0) {
                    sessions.endAll(user);
                } else {
                    start();
                }
                return i;
            });
            assertThat(redis.keys("session:*"))
                    .containsExactlyInAnyOrderElementsOf(
                            listed().stream().map(SessionKey::redisKey).toList());
            sessions.endAll(user);
            assertThat(redis.keys("*")).isEmpty();
        }
    }

    @Test
    void startWhenDoneThenTheIndexOutlivesItsSessions() {
        start();
        assertThat(redis.getExpire(new SessionIndex(user).redisKey()))
                .isGreaterThan(MONTH.idle().toSeconds() * 3 / 2);
    }

    private Sessions living(SessionLifetime lifetime) {
        return living(lifetime, redis);
    }

    private Sessions living(SessionLifetime lifetime, StringRedisTemplate where) {
        return new Sessions(where, lifetime, new SessionIndexes(where, lifetime, TEN, clock), clock);
    }

    private SessionKey start() {
        return SessionKey.ofToken(sessions.start(user, "203.0.113.7", "a device"))
                .orElseThrow();
    }

    private List<SessionKey> listed() {
        return sessions.newestFirst(user).stream().map(LiveSession::key).toList();
    }
}
