package io.passport.verify.smslimit;

import io.passport.common.internalcall.ClientSubnet;
import io.passport.verify.slidingwindow.Window;
import io.passport.verify.undo.UndoScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The limits that many numbers share, all decided in one step: a message is counted against every one of them or none.
 * That step needs all its keys in one slot of a Redis Cluster, hence {@code {shared}}. Each window is a hash of 60 slices
 * of time, so that the day's budget is as small in Redis as an address's.
 *
 * <pre>
 * smslimit:{shared}:address:203.0.113.7:3600000       smslimit:{shared}:address:2001:db8:0:7::/64:3600000
 * smslimit:{shared}:network:203.0.113.0/24:3600000    smslimit:{shared}:network:2001:db8:0::/48:3600000
 * smslimit:{shared}:purpose:register:60000            smslimit:{shared}:budget:all:86400000
 * smslimit:{shared}:sent   smslimit:{shared}:used     what tightening compares
 *
 * EVALSHA reserve-shared.lua   &lt;n&gt; &lt;windows&gt; …:sent …:used 60 &lt;tightening&gt; &lt;most&gt; &lt;period ms&gt; …
 * EVAL    give-back-shared.lua &lt;n&gt; &lt;windows&gt; …:sent 60 &lt;at&gt; &lt;period ms&gt; …
 * EVALSHA count-used.lua       1 …:used 60 &lt;period ms&gt;
 * </pre>
 */
@Component
class SharedLimits {

    private static final String PREFIX = "smslimit:{shared}:";
    private static final String SENT = PREFIX + "sent";
    private static final String USED = PREFIX + "used";
    private static final String SLICES = "60";

    /** A code is valid so long; a younger one does not count as sent yet, since it may still be used. */
    private static final String MAY_YET_BE_USED = "300000";

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> RESERVE = RedisScript.of(script("reserve-shared.lua"), List.class);

    private static final RedisScript<Long> COUNT_USED = RedisScript.of(script("count-used.lua"), Long.class);
    private static final UndoScript GIVE_BACK = new UndoScript(script("give-back-shared.lua"));

    private final StringRedisTemplate redis;
    private final SmsLimitSettings settings;

    SharedLimits(StringRedisTemplate redis, SmsLimitSettings settings) {
        this.redis = redis;
        this.settings = settings;
    }

    SharedDecision reserve(Asking asking) {
        List<SharedWindow> windows = windowsOf(asking);
        List<String> keys = new ArrayList<>(keys(windows));
        keys.add(USED);
        List<?> answer = redis.execute(RESERVE, keys, arguments(windows).toArray());
        int slowest = Math.toIntExact(number(answer, 1));
        return new SharedDecision(
                slowest == 0 ? null : windows.get(slowest - 1).limit(),
                Duration.ofMillis(number(answer, 0)),
                number(answer, 2) == 1,
                number(answer, 3));
    }

    void giveBack(SmsReservation reservation) {
        List<SharedWindow> windows = windowsOf(reservation.asking());
        List<String> arguments = new ArrayList<>(List.of(SLICES, Long.toString(reservation.at())));
        windows.forEach(window -> arguments.add(millis(window.window())));
        arguments.add(tighteningPeriod());
        GIVE_BACK.run(redis, keys(windows), arguments.toArray(String[]::new));
    }

    /** A code that was sent has been used. */
    void countUsed() {
        redis.execute(COUNT_USED, List.of(USED), SLICES, tighteningPeriod());
    }

    private List<SharedWindow> windowsOf(Asking asking) {
        return Stream.of(
                        windows(Limit.ADDRESS, ClientSubnet.of(asking.address()), settings.perAddress()),
                        windows(Limit.NETWORK, Network.of(asking.address()), settings.perNetwork()),
                        windows(Limit.PURPOSE, asking.purpose(), settings.perPurpose()),
                        windows(Limit.BUDGET, "all", settings.budget()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SharedWindow> windows(Limit limit, String of, List<Window> windows) {
        return windows.stream()
                .map(window -> new SharedWindow(limit, PREFIX + limit.word() + ":" + of + ":" + millis(window), window))
                .toList();
    }

    private static List<String> keys(List<SharedWindow> windows) {
        return Stream.concat(windows.stream().map(SharedWindow::key), Stream.of(SENT))
                .toList();
    }

    private List<String> arguments(List<SharedWindow> windows) {
        SmsLimitSettings.Tightening tightening = settings.tightening();
        List<String> arguments = new ArrayList<>(List.of(
                SLICES,
                Integer.toString(tightening.leastSent()),
                Integer.toString(tightening.leastUsed()),
                MAY_YET_BE_USED,
                Integer.toString(tightening.leaves())));
        for (SharedWindow window : windows) {
            arguments.add(Integer.toString(window.window().most()));
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
        return new ClassPathResource(name, SharedLimits.class);
    }
}
