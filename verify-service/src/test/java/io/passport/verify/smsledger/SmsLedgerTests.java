package io.passport.verify.smsledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passport.testing.server.RealMariaDb;
import io.passport.testing.server.RealRedis;
import io.passport.verify.Together;
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

class SmsLedgerTests {

    /** When no running service counts or writes. */
    private static final Instant NOON = Instant.parse("2126-11-23T04:30:00Z");

    private static final Instant HOUR = Instant.parse("2126-11-23T04:00:00Z");
    private static final LedgerSchema SCHEMA = schemaAt(RealMariaDb.verifySchema());
    private static final SmsLedgerSettings SETTINGS = new SmsLedgerSettings(
            Map.of("aliyun", new BigDecimal("0.05")), new BigDecimal("0.04"), Duration.ofDays(90));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JdbcClient database = JdbcClient.create(RealMariaDb.verifySchema());
    private final LedgerTable table = new LedgerTable(database);

    @BeforeAll
    static void migrate() {
        SCHEMA.bringUpToDate();
    }

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
        database.sql("DELETE FROM sms_ledger").update();
    }

    @Test
    void bringsWhatWasCountedToTheDatabaseWithItsCost() {
        SmsLedger ledger = ledger(NOON);
        ledger.sent("register", "aliyun");
        ledger.sent("register", "aliyun");
        ledger.uncertain("login", "yuntongxun");
        ledger.failed("login", "tencent");
        ledger.refused("register", "budget");
        ledger.verified("register");
        ledger.wrong("register");

        List<LedgerRow> rows = archive(ledger, NOON).between(HOUR, HOUR.plusSeconds(3600));

        assertThat(rows)
                .containsExactlyInAnyOrder(
                        row("register", Event.SENT, "aliyun", 2, 100_000),
                        row("login", Event.UNCERTAIN, "yuntongxun", 1, 40_000),
                        row("login", Event.FAILED, "tencent", 1, 0),
                        row("register", Event.REFUSED, "budget", 1, 0),
                        row("register", Event.VERIFIED, "", 1, 0),
                        row("register", Event.WRONG, "", 1, 0));
    }

    @Test
    void countsNothingTwiceWhenManyInstancesWriteAtOnce() throws Exception {
        SmsLedger ledger = ledger(NOON);
        for (int i = 0; i < 7; i++) {
            ledger.sent("register", "aliyun");
        }
        Together.call(8, i -> archive(ledger, NOON).between(HOUR, NOON));
        assertThat(table.between(HOUR, NOON)).containsExactly(row("register", Event.SENT, "aliyun", 7, 350_000));
    }

    @Test
    void keepsCountingInRedisWhileTheDatabaseIsAwayAndCatchesUp() {
        SmsLedger ledger = ledger(NOON);
        ledger.sent("register", "aliyun");
        DataSource nowhere = new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:1/nowhere?connectTimeout=200");
        SmsLedgerArchive without = new SmsLedgerArchive(
                ledger, schemaAt(nowhere), new LedgerTable(JdbcClient.create(nowhere)), SETTINGS, at(NOON));
        assertThatCode(without::writeIfPossible).doesNotThrowAnyException();

        archive(ledger, NOON.plus(Duration.ofDays(2))).writeIfPossible();
        assertThat(table.between(HOUR, NOON)).containsExactly(row("register", Event.SENT, "aliyun", 1, 50_000));
    }

    @Test
    void writesAnHourUntilItHasBeenOverForOneMore() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        SmsLedgerArchive archive = new SmsLedgerArchive(
                new SmsLedger(RealRedis.SHARED.template(), meters, at(NOON)), SCHEMA, table, SETTINGS, movedBy(now));
        archive.writeIfPossible();

        now.set(NOON.plus(Duration.ofHours(1)));
        ledger(NOON).sent("register", "aliyun");
        archive.writeIfPossible();
        assertThat(table.between(HOUR, NOON)).containsExactly(row("register", Event.SENT, "aliyun", 1, 50_000));

        now.set(NOON.plus(Duration.ofHours(2)));
        archive.writeIfPossible();
        ledger(NOON).sent("register", "aliyun");
        now.set(NOON.plus(Duration.ofHours(2)).plusSeconds(60));
        archive.writeIfPossible();
        assertThat(table.between(HOUR, NOON)).containsExactly(row("register", Event.SENT, "aliyun", 1, 50_000));
        archive(ledger(NOON), NOON.plus(Duration.ofHours(2))).writeIfPossible();
        assertThat(table.between(HOUR, NOON)).containsExactly(row("register", Event.SENT, "aliyun", 2, 100_000));
    }

    @Test
    void forgetsWhatIsOlderThanNinetyDays() {
        SmsLedgerArchive archive = archive(ledger(NOON), NOON);
        table.put(row("register", Event.SENT, "aliyun", 1, 1));
        archive.writeIfPossible();
        assertThat(table.between(HOUR, NOON)).hasSize(1);
        archive(ledger(NOON), NOON.plus(Duration.ofDays(91))).writeIfPossible();
        assertThat(table.between(HOUR, NOON)).isEmpty();
    }

    @Test
    void leavesNoHourWithoutAnEndWhenAnInstanceDiesAfterItsFirstCommand() {
        new SmsLedger(dyingAfterOneCommand(), meters, at(NOON)).sent("register", "aliyun");
        StringRedisTemplate redis = RealRedis.SHARED.template();
        assertThat(redis.opsForHash().get("smsledger:{" + HOUR + "}", "register|sent|aliyun"))
                .isEqualTo("1");
        assertThat(redis.getExpire("smsledger:{" + HOUR + "}")).isBetween(259_100L, 259_200L);
    }

    @Test
    void failsNothingWhenRedisIsAway() {
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
    void printsADayAsATable() {
        String report = SmsReport.of(
                List.of(
                        row("register", Event.SENT, "aliyun", 12, 600_000),
                        row("register", Event.REFUSED, "budget", 3, 0)),
                ZoneId.of("Asia/Shanghai"));
        assertThat(report.lines())
                .containsExactly(
                        "hour   purpose   event      detail          amount         yuan",
                        "12:00  register  sent       aliyun              12        0.600",
                        "12:00  register  refused    budget               3        0.000",
                        "all              paid                           12        0.600");
    }

    @Test
    void refusesNegativePricesAndNoTimeAtAll() {
        assertThatThrownBy(() -> new SmsLedgerSettings(Map.of(), new BigDecimal("-1"), Duration.ofDays(1)))
                .hasMessageContaining("price");
        assertThatThrownBy(() -> new SmsLedgerSettings(Map.of(), BigDecimal.ONE, Duration.ZERO))
                .hasMessageContaining("kept-for");
    }

    private SmsLedger ledger(Instant now) {
        return new SmsLedger(RealRedis.SHARED.template(), meters, at(now));
    }

    private SmsLedgerArchive archive(SmsLedger ledger, Instant now) {
        return new SmsLedgerArchive(ledger, SCHEMA, table, SETTINGS, at(now));
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

    private static LedgerRow row(String purpose, Event event, String detail, long amount, long cost) {
        return new LedgerRow(HOUR, new Entry(purpose, event, detail), amount, cost);
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
