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
 * Counts the outcomes of messages and codes in Redis, for all instances. It contains no mobile numbers and no addresses.
 *
 * <pre>
 * EVALSHA count.lua 1 smsledger:{2026-11-23T02:00:00Z} register|sent|yuntongxun 259200
 * HGETALL smsledger:{2026-11-23T02:00:00Z}
 * </pre>
 *
 * <p>Each is also counted by the metric {@code passport.sms} with the tags purpose, event and detail. {@link LedgerFlushJob}
 * copies the counters to the database. Redis keeps them for three days, in case the database is unavailable.
 *
 * <p>Counting throws nothing: when Redis fails, the count is missing in the ledger, with a line in the log.
 */
@Component
public class SmsLedger {

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

    /** A vendor accepted the message. */
    public void sent(String purpose, String provider) {
        count(new LedgerKey(purpose, LedgerEvent.SENT, provider));
    }

    /** A vendor may have sent the message. */
    public void uncertain(String purpose, String provider) {
        count(new LedgerKey(purpose, LedgerEvent.UNCERTAIN, provider));
    }

    /** No vendor sent the message; this one was tried last. */
    public void failed(String purpose, String provider) {
        count(new LedgerKey(purpose, LedgerEvent.FAILED, provider));
    }

    /** A vendor limits messages to the number. */
    public void limited(String purpose, String provider) {
        count(new LedgerKey(purpose, LedgerEvent.LIMITED, provider));
    }

    /** A limit of this service was exceeded. */
    public void refused(String purpose, String limit) {
        count(new LedgerKey(purpose, LedgerEvent.REFUSED, limit));
    }

    /** A code was consumed for the first time. */
    public void verified(String purpose) {
        count(new LedgerKey(purpose, LedgerEvent.VERIFIED, ""));
    }

    /** A wrong code was entered. */
    public void wrong(String purpose) {
        count(new LedgerKey(purpose, LedgerEvent.WRONG, ""));
    }

    /**
     * The counters of an hour.
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
