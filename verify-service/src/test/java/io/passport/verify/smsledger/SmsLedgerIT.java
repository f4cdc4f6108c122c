package io.passport.verify.smsledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SmsLedgerIT {

    /** When no running service counts or writes. */
    private static final Instant NOON = Instant.parse("2126-11-23T04:30:00Z");

    private static final Instant HOUR = Instant.parse("2126-11-23T04:00:00Z");
    private static final LedgerSchema SCHEMA = schemaAt(RealMariaDb.verifySchema());
    private static final SmsLedgerProperties SETTINGS = new SmsLedgerProperties(
            Map.of("aliyun", new BigDecimal("0.05")), new BigDecimal("0.04"), Duration.ofDays(90));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcClient database = JdbcClient.create(RealMariaDb.verifySchema());
    private final LedgerRepository repository = new LedgerRepository(database);

    @BeforeAll
    static void migrate() {
        SCHEMA.migrate();
    }

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
        database.sql("DELETE FROM sms_ledger").update();
    }

    @Test
    void flushWhenCountedThenTheDatabaseHasCountsAndCosts() {
        SmsLedger ledger = ledger(NOON);
        ledger.sent("register", "aliyun");
        ledger.sent("register", "aliyun");
        ledger.uncertain("login", "yuntongxun");
        ledger.failed("login", "tencent");
        ledger.refused("register", "budget");
        ledger.verified("register");
        ledger.wrong("register");

        List<LedgerRow> rows = flushJob(ledger, NOON).between(HOUR, HOUR.plusSeconds(3600));

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        row("register", LedgerEvent.SENT, "aliyun", 2, 100_000),
                        row("login", LedgerEvent.UNCERTAIN, "yuntongxun", 1, 40_000),
                        row("login", LedgerEvent.FAILED, "tencent", 1, 0),
                        row("register", LedgerEvent.REFUSED, "budget", 1, 0),
                        row("register", LedgerEvent.VERIFIED, "", 1, 0),
                        row("register", LedgerEvent.WRONG, "", 1, 0));
    }

    @Test
    void flushWhenManyInstancesFlushThenCountsOnce() throws Exception {
        SmsLedger ledger = ledger(NOON);
        for (int i = 0; i < 7; i++) {
            ledger.sent("register", "aliyun");
        }
        Simultaneously.call(8, i -> flushJob(ledger, NOON).between(HOUR, NOON));
        assertThat(repository.between(HOUR, NOON))
                .containsExactly(row("register", LedgerEvent.SENT, "aliyun", 7, 350_000));
    }

    @Test
    void flushWhenTheDatabaseWasDownThenCatchesUp() {
        SmsLedger ledger = ledger(NOON);
        ledger.sent("register", "aliyun");
        DataSource nowhere = new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:1/nowhere?connectTimeout=200");
        LedgerFlushJob without = new LedgerFlushJob(
                ledger, schemaAt(nowhere), new LedgerRepository(JdbcClient.create(nowhere)), SETTINGS, at(NOON));
        assertThatCode(without::flushOrLog).doesNotThrowAnyException();

        flushJob(ledger, NOON.plus(Duration.ofDays(2))).flushOrLog();
        assertThat(repository.between(HOUR, NOON))
                .containsExactly(row("register", LedgerEvent.SENT, "aliyun", 1, 50_000));
    }

    @Test
    void flushWhenAnHourIsOverThenWritesItForOneMoreHour() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        LedgerFlushJob flushJob = new LedgerFlushJob(
                new SmsLedger(RealRedis.SHARED.template(), meters, at(NOON)),
                SCHEMA,
                repository,
                SETTINGS,
                movedBy(now));
        flushJob.flushOrLog();

        now.set(NOON.plus(Duration.ofHours(1)));
        ledger(NOON).sent("register", "aliyun");
        flushJob.flushOrLog();
        assertThat(repository.between(HOUR, NOON))
                .containsExactly(row("register", LedgerEvent.SENT, "aliyun", 1, 50_000));

        now.set(NOON.plus(Duration.ofHours(2)));
        flushJob.flushOrLog();
        ledger(NOON).sent("register", "aliyun");
        now.set(NOON.plus(Duration.ofHours(2)).plusSeconds(60));
        flushJob.flushOrLog();
        assertThat(repository.between(HOUR, NOON))
                .containsExactly(row("register", LedgerEvent.SENT, "aliyun", 1, 50_000));
        flushJob(ledger(NOON), NOON.plus(Duration.ofHours(2))).flushOrLog();
        assertThat(repository.between(HOUR, NOON))
                .containsExactly(row("register", LedgerEvent.SENT, "aliyun", 2, 100_000));
    }

    @Test
    void flushWhenRowsAreOlderThanTheRetentionThenDeletesThem() {
        LedgerFlushJob flushJob = flushJob(ledger(NOON), NOON);
        repository.put(row("register", LedgerEvent.SENT, "aliyun", 1, 1));
        flushJob.flushOrLog();
        assertThat(repository.between(HOUR, NOON)).hasSize(1);
        flushJob(ledger(NOON), NOON.plus(Duration.ofDays(91))).flushOrLog();
        assertThat(repository.between(HOUR, NOON)).isEmpty();
    }

    @Test
    void countWhenDoneThenTheHourHasAnExpiry() {
        new SmsLedger(dyingAfterOneCommand(), meters, at(NOON)).sent("register", "aliyun");
        StringRedisTemplate redis = RealRedis.SHARED.template();
        assertThat(redis.opsForHash().get("smsledger:{" + HOUR + "}", "register|sent|aliyun"))
                .isEqualTo("1");
        assertThat(redis.getExpire("smsledger:{" + HOUR + "}")).isBetween(259_100L, 259_200L);
    }

    @Test
    void countWhenRedisIsDownThenThrowsNothing() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();
        SmsLedger ledger = new SmsLedger(new StringRedisTemplate(nowhere), meters, at(NOON));
        assertThatCode(() -> ledger.sent("register", "aliyun")).doesNotThrowAnyException();
        assertThat(meters.get("passport.sms")
                        .tags("purpose", "register", "event", "sent", "detail", "aliyun")
                        .counter()
                        .count())
                .isEqualTo(1);
        nowhere.destroy();
    }

    @Test
    void reportWhenRowsExistThenPrintsATable() {
        String report = SmsReport.of(
                List.of(
                        row("register", LedgerEvent.SENT, "aliyun", 12, 600_000),
                        row("register", LedgerEvent.REFUSED, "budget", 3, 0)),
                ZoneId.of("Asia/Shanghai"));
        assertThat(report.lines())
                .containsExactly(
                        "hour   purpose   event      detail          amount         yuan",
                        "12:00  register  sent       aliyun              12        0.600",
                        "12:00  register  refused    budget               3        0.000",
                        "all              paid                           12        0.600");
    }

    @Test
    void newWhenPricesOrRetentionAreInvalidThenThrows() {
        assertThatThrownBy(() -> new SmsLedgerProperties(Map.of(), new BigDecimal("-1"), Duration.ofDays(1)))
                .hasMessageContaining("price");
        assertThatThrownBy(() -> new SmsLedgerProperties(Map.of(), BigDecimal.ONE, Duration.ZERO))
                .hasMessageContaining("retention");
    }

    private SmsLedger ledger(Instant now) {
        return new SmsLedger(RealRedis.SHARED.template(), meters, at(now));
    }

    private LedgerFlushJob flushJob(SmsLedger ledger, Instant now) {
        return new LedgerFlushJob(ledger, SCHEMA, repository, SETTINGS, at(now));
    }

    private static StringRedisTemplate dyingAfterOneCommand() {
        AtomicBoolean dead = new AtomicBoolean();
        return new StringRedisTemplate(RealRedis.SHARED.template().getRequiredConnectionFactory()) {
            @Override
            public <T> T execute(RedisCallback<T> command, boolean exposeConnection, boolean pipeline) {
                if (dead.getAndSet(true)) {
                    throw new QueryTimeoutException("dead");
                }
                return super.execute(command, exposeConnection, pipeline);
            }
        };
    }

    private static LedgerRow row(String purpose, LedgerEvent event, String detail, long amount, long cost) {
        return new LedgerRow(HOUR, new LedgerKey(purpose, event, detail), amount, cost);
    }

    private static LedgerSchema schemaAt(DataSource database) {
        return new LedgerSchema(Flyway.configure().dataSource(database).load());
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Clock movedBy(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
