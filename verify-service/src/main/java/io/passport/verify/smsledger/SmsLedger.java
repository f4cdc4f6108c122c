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
 * Counts what becomes of messages, all instances together. It holds no number and no address.
 *
 * <pre>
 * EVALSHA count.lua 1 smsledger:{2026-11-23T02:00:00Z} register|sent|yuntongxun 259200
 * HGETALL smsledger:{2026-11-23T02:00:00Z}
 * </pre>
 *
 * <p>Also the counter {@code passport.sms} with the tags purpose, event and detail. {@link SmsLedgerArchive} brings the
 * hours to the database; Redis keeps them for three days, so that the database may be away that long.
 */
@Component
public class SmsLedger {

    static final Duration KEPT_IN_REDIS = Duration.ofDays(3);

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

    /** A provider took a message. */
    public void sent(String purpose, String provider) {
        count(new Entry(purpose, Event.SENT, provider));
    }

    /** A provider may have taken a message. */
    public void uncertain(String purpose, String provider) {
        count(new Entry(purpose, Event.UNCERTAIN, provider));
    }

    /** No provider took a message; this one was asked last. */
    public void failed(String purpose, String provider) {
        count(new Entry(purpose, Event.FAILED, provider));
    }

    /** A provider refused a message, since the number had too many. */
    public void limited(String purpose, String provider) {
        count(new Entry(purpose, Event.LIMITED, provider));
    }

    /** The guard refused a message. */
    public void refused(String purpose, String limit) {
        count(new Entry(purpose, Event.REFUSED, limit));
    }

    /** A code was used. */
    public void verified(String purpose) {
        count(new Entry(purpose, Event.VERIFIED, ""));
    }

    /** A wrong code was tried. */
    public void wrong(String purpose) {
        count(new Entry(purpose, Event.WRONG, ""));
    }

    /** What an hour holds so far. */
    Map<Entry, Long> of(Instant hour) {
        Map<Entry, Long> amounts = new HashMap<>();
        redis.<String, String>opsForHash()
                .entries(key(hour))
                .forEach((field, amount) ->
                        Entry.ofField(field).ifPresent(entry -> amounts.put(entry, Long.valueOf(amount))));
        return amounts;
    }

    /** Bookkeeping never fails what it counts. */
    private void count(Entry entry) {
        meters.counter(
                        "passport.sms",
                        "purpose",
                        entry.purpose(),
                        "event",
                        entry.event().word(),
                        "detail",
                        entry.detail())
                .increment();
        String key = key(LedgerHour.of(clock.instant()));
        try {
            redis.execute(COUNT, List.of(key), entry.field(), Long.toString(KEPT_IN_REDIS.toSeconds()));
        } catch (DataAccessException away) {
            LOG.warn(
                    "The SMS ledger misses one {}: {}",
                    entry.field(),
                    away.getClass().getSimpleName());
        }
    }

    private static String key(Instant hour) {
        return "smsledger:{" + hour + "}";
    }
}
