package io.passport.verify.smslimit;

import io.passport.common.internalcall.ClientSubnet;
import io.passport.verify.compensation.CompensationScript;
import io.passport.verify.slidingwindow.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The limits that many numbers share: address, network, purpose and budget. One atomic step counts a message against all of
 * them or none. So all keys have the hash tag {@code {shared}} and are in one slot of a Redis Cluster. Each window is a hash of
 * 60 time slices, so a large window needs no more memory than a small one.
 *
 * <pre>
 * smslimit:{shared}:address:203.0.113.7:3600000       smslimit:{shared}:address:2001:db8:0:7::/64:3600000
 * smslimit:{shared}:network:203.0.113.0/24:3600000    smslimit:{shared}:network:2001:db8:0::/48:3600000
 * smslimit:{shared}:purpose:register:60000            smslimit:{shared}:budget:all:86400000
 * smslimit:{shared}:sent   smslimit:{shared}:used     compared for tightening
 *
 * EVALSHA reserve-global.lua &lt;n&gt; &lt;windows&gt; …:sent …:used 60 &lt;tightening&gt; &lt;max&gt; &lt;period ms&gt; …
 * EVAL    release-global.lua &lt;n&gt; &lt;windows&gt; …:sent 60 &lt;at&gt; &lt;period ms&gt; …
 * EVALSHA count-used.lua     1 …:used 60 &lt;period ms&gt;
 * </pre>
 *
 * <p>{@link SmsLimits} calls all methods. They throw a {@link org.springframework.dao.DataAccessException} when Redis fails or
 * does not answer in time; then Redis may still run the command later.
 */
@Component
class GlobalSmsLimits {

    private static final String PREFIX = "smslimit:{shared}:";
    private static final String SENT = PREFIX + "sent";
    private static final String USED = PREFIX + "used";
    private static final int NETWORK_IPV4_BITS = 24;
    /** The largest network that a site usually gets (RFC 6177). */
    private static final int NETWORK_IPV6_BITS = 48;

    private static final String SLICES = "60";

    /** The validity of a code in ms. A younger code does not count as sent for tightening: it may still be used. */
    private static final String CODE_VALIDITY = "300000";

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> RESERVE = RedisScript.of(script("reserve-global.lua"), List.class);

    private static final RedisScript<Long> COUNT_USED = RedisScript.of(script("count-used.lua"), Long.class);
    private static final CompensationScript RELEASE = new CompensationScript(script("release-global.lua"));

    private final StringRedisTemplate redis;
    private final SmsLimitProperties settings;

    GlobalSmsLimits(StringRedisTemplate redis, SmsLimitProperties settings) {
        this.redis = redis;
        this.settings = settings;
    }

    /** Counts a message against all shared limits, or against none of them. */
    GlobalLimitDecision reserve(SmsQuotaRequest request) {
        List<GlobalWindow> windows = windowsOf(request);
        List<String> keys = new ArrayList<>(keys(windows));
        keys.add(USED);
        List<?> answer = redis.execute(RESERVE, keys, arguments(windows).toArray());
        int refusedBy = Math.toIntExact(number(answer, 1));
        return new GlobalLimitDecision(
                refusedBy == 0 ? null : windows.get(refusedBy - 1).limit(),
                Duration.ofMillis(number(answer, 0)),
                number(answer, 2) == 1,
                number(answer, 3));
    }

    /** Removes a message from the windows it was counted in. */
    void release(SmsReservation reservation) {
        List<GlobalWindow> windows = windowsOf(reservation.request());
        List<String> arguments = new ArrayList<>(List.of(SLICES, Long.toString(reservation.at())));
        windows.forEach(window -> arguments.add(millis(window.window())));
        arguments.add(tighteningPeriod());
        RELEASE.run(redis, keys(windows), arguments.toArray(String[]::new));
    }

    /** Counts a code as used. */
    void countUsed() {
        redis.execute(COUNT_USED, List.of(USED), SLICES, tighteningPeriod());
    }

    private List<GlobalWindow> windowsOf(SmsQuotaRequest request) {
        return Stream.of(
                        windows(SmsLimit.ADDRESS, ClientSubnet.of(request.address()), settings.perAddress()),
                        windows(
                                SmsLimit.NETWORK,
                                ClientSubnet.of(request.address(), NETWORK_IPV4_BITS, NETWORK_IPV6_BITS),
                                settings.perNetwork()),
                        windows(SmsLimit.PURPOSE, request.purpose(), settings.perPurpose()),
                        windows(SmsLimit.BUDGET, "all", settings.budget()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<GlobalWindow> windows(SmsLimit limit, String subject, List<Window> windows) {
        return windows.stream()
                .map(window ->
                        new GlobalWindow(limit, PREFIX + limit.label() + ":" + subject + ":" + millis(window), window))
                .toList();
    }

    private static List<String> keys(List<GlobalWindow> windows) {
        return Stream.concat(windows.stream().map(GlobalWindow::key), Stream.of(SENT))
                .toList();
    }

    private List<String> arguments(List<GlobalWindow> windows) {
        SmsLimitProperties.Tightening tightening = settings.tightening();
        List<String> arguments = new ArrayList<>(List.of(
                SLICES,
                Integer.toString(tightening.minSent()),
                Integer.toString(tightening.minUsedPercent()),
                CODE_VALIDITY,
                Integer.toString(tightening.remainingPercent())));
        for (GlobalWindow window : windows) {
            arguments.add(Integer.toString(window.window().max()));
            arguments.add(millis(window.window()));
        }
        for (int sentAndUsed = 0; sentAndUsed < 2; sentAndUsed++) {
            arguments.add("0");
            arguments.add(tighteningPeriod());
        }
        return arguments;
    }

    private String tighteningPeriod() {
        return Long.toString(settings.tightening().period().toMillis());
    }

    private static String millis(Window window) {
        return Long.toString(window.period().toMillis());
    }

    private static long number(List<?> answer, int index) {
        return ((Number) answer.get(index)).longValue();
    }

    private static ClassPathResource script(String name) {
        return new ClassPathResource(name, GlobalSmsLimits.class);
    }
}
