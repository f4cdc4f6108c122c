package io.passport.verify.smsledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * Counts what happened to SMS messages (sent, failed, …) and to codes (verified, wrong), in Redis, for all instances. It
 * contains no mobile numbers and no addresses.
 *
 * <pre>
 * EVALSHA count.lua 1 smsledger:{2026-11-23T02:00:00Z} register|sent|yuntongxun 259200
 * HGETALL smsledger:{2026-11-23T02:00:00Z}
 * </pre>
 *
 * <p>A field is purpose, event and detail. The detail is the vendor or the limit, and empty for codes. The metric {@code
 * passport.sms}, which Prometheus reads, counts the same with these three as tags. {@link LedgerFlushJob} copies the counters
 * to the database. Redis keeps them for three days, in case the database is unavailable.
 *
 * <p>{@code SmsCodeSender}, {@code SmsLimits} and {@code SmsCodeVerifier} call the methods that count, while a client waits.
 * When Redis fails, these throw nothing (they catch {@link DataAccessException} only): the ledger misses this count, the metric
 * has it, and a warning is logged. A slow Redis delays the caller up to {@code spring.data.redis.timeout}.
 */
@Component
public class SmsLedger {

    /** {@link LedgerFlushJob} copies no older hours. */
    static final Duration RETENTION_IN_REDIS = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(SmsLedger.class);
    private static final RedisScript<Long> COUNT =
            RedisScript.of(new ClassPathResource("count.lua", SmsLedger.class), Long.class);

    private final StringRedisTemplate redis;
    private final MeterRegistry meters;
    private final Clock clock;

    SmsLedger(StringRedisTemplate redis, MeterRegistry meters, Clock clock) {
        this.redis = redis;
        this.meters = meters;
        this.clock = clock;
    }

    /** This vendor accepted the message. */
    public void sent(String purpose, String vendor) {
        count(new LedgerKey(purpose, LedgerEvent.SENT, vendor));
    }

    /** It is unknown whether this vendor sent the message. */
    public void uncertain(String purpose, String vendor) {
        count(new LedgerKey(purpose, LedgerEvent.UNCERTAIN, vendor));
    }

    /** No vendor sent the message. This vendor was tried last. */
    public void failed(String purpose, String vendor) {
        count(new LedgerKey(purpose, LedgerEvent.FAILED, vendor));
    }

    /** This vendor did not send, because the number has had too many messages. */
    public void limited(String purpose, String vendor) {
        count(new LedgerKey(purpose, LedgerEvent.LIMITED, vendor));
    }

    /** This service did not send, because this limit was reached. */
    public void refused(String purpose, String limit) {
        count(new LedgerKey(purpose, LedgerEvent.REFUSED, limit));
    }

    /** A user entered the right code, and it was consumed for the first time. */
    public void verified(String purpose) {
        count(new LedgerKey(purpose, LedgerEvent.VERIFIED, ""));
    }

    /** A user entered a wrong code. */
    public void wrong(String purpose) {
        count(new LedgerKey(purpose, LedgerEvent.WRONG, ""));
    }

    /**
     * The counters of an hour, for {@link LedgerFlushJob}. Fields that another version wrote are left out.
     *
     * @throws DataAccessException when Redis fails
     */
    Map<LedgerKey, Long> countsOf(Instant hour) {
        Map<LedgerKey, Long> amounts = new HashMap<>();
        redis.<String, String>opsForHash()
                .entries(key(hour))
                .forEach((field, amount) ->
                        LedgerKey.ofField(field).ifPresent(entry -> amounts.put(entry, Long.valueOf(amount))));
        return amounts;
    }

    private void count(LedgerKey counted) {
        meters.counter(
                        "passport.sms",
                        "purpose",
                        counted.purpose(),
                        "event",
                        counted.event().label(),
                        "detail",
                        counted.detail())
                .increment();
        String key = key(LedgerHour.of(clock.instant()));
        try {
            redis.execute(COUNT, List.of(key), counted.field(), Long.toString(RETENTION_IN_REDIS.toSeconds()));
        } catch (DataAccessException unavailable) {
            LOG.warn(
                    "Not counted in the SMS ledger: {}: {}",
                    counted.field(),
                    unavailable.getClass().getSimpleName());
        }
    }

    private static String key(Instant hour) {
        return "smsledger:{" + hour + "}";
    }
}
