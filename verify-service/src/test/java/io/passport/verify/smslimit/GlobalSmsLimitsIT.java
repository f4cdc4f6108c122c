package io.passport.verify.smslimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.server.RealRedis;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.redis.core.HashOperations;

class GlobalSmsLimitsIT {

    private final AtomicInteger numbers = new AtomicInteger();

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "per-address, register, 203.0.113.7, login,    198.51.100.1",
        "per-network, register, 203.0.113.9, register, 203.0.114.1",
        "per-network, register, 203.0.113.9, register, 2001:db8::1",
        "per-purpose, register, 198.51.100.9, login,   203.0.113.7"
    })
    void reserveWhenALimitIsFullThenRefusesOnlyWhatSharesIt(
            String limit, String purpose, String address, String otherPurpose, String otherAddress) {
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of(limit, "3/1h")));
        for (int i = 0; i < 3; i++) {
            limits.reserve(request("register", "203.0.113.7"));
        }
        assertThatThrownBy(() -> limits.reserve(request(purpose, address))).isInstanceOf(ApiException.class);
        assertThat(limits.reserve(request(otherPurpose, otherAddress))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "per-address, 2001:db8:0:7:ffff::2, 2001:db8:0:7:1:2:3:4, 2001:db8:0:8::1",
        "per-network, 2001:db8:0:8::1,      2001:db8:0:ffff::1,   2001:db8:1:7::1"
    })
    void reserveWhenAddressesAreInOneIpv6SubnetThenTheyShareTheLimit(
            String limit, String second, String third, String elsewhere) {
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of(limit, "2/1h")));
        limits.reserve(request("register", "2001:db8:0:7::1"));
        limits.release(limits.reserve(request("register", second)));
        limits.reserve(request("register", second));
        assertThatThrownBy(() -> limits.reserve(request("register", third))).isInstanceOf(ApiException.class);
        assertThat(limits.reserve(request("register", elsewhere))).isNotNull();
    }

    @Test
    void reserveWhenOneLimitRefusesThenCountsNothing() {
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of("per-address", "1/1h", "budget", "2/1h")));
        limits.reserve(request("register", "203.0.113.7"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> limits.reserve(request("register", "203.0.113.7")))
                    .isInstanceOf(ApiException.class);
        }
        assertThat(limits.reserve(request("register", "198.51.100.1"))).isNotNull();
    }

    @Test
    void releaseWhenReservedThenEveryWindowHasRoom() {
        SmsLimits limits = SmsLimitsFixture.with(settings(
                Map.of("per-address", "1/1h", "per-network", "1/1h", "per-purpose", "1/1m", "budget", "1/1m, 1/24h")));
        for (int i = 0; i < 3; i++) {
            limits.release(limits.reserve(request("register", "203.0.113.7")));
        }
        limits.reserve(request("register", "203.0.113.7"));
        assertThatThrownBy(() -> limits.reserve(request("login", "198.51.100.1")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void reserveWhenSeveralWindowsAreFullThenReturnsTheLongestWait() {
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of("budget", "1/1m, 1/1h")));
        limits.reserve(request("register", "203.0.113.7"));
        assertThatThrownBy(() -> limits.reserve(request("register", "203.0.113.7")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(retryAfter(refusal)).isBetween(3600 - 60, 3600));
    }

    @Test
    void reserveWhenCalledSimultaneouslyThenHoldsTheBudgetExactly() throws Exception {
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of("budget", "50/1h", "per-network", "30/1h")));
        List<Boolean> reserved = Simultaneously.call(
                200, i -> isReserved(limits, request("register", "203.0." + (i % 4) + "." + (i % 250))));
        assertThat(reserved.stream().filter(yes -> yes)).hasSize(50);
    }

    @Test
    void reserveWhenADayPassesThenKeepsAtMostSixtySlices() {
        String key = "smslimit:{shared}:budget:all:86400000";
        HashOperations<String, String, String> slices =
                RealRedis.SHARED.template().opsForHash();
        long now =
                RealRedis.SHARED.now().toEpochMilli() / Duration.ofMinutes(24).toMillis();
        for (long age = 1; age <= 500; age++) {
            slices.put(key, Long.toString(now - age), "1");
        }
        SmsLimits limits = SmsLimitsFixture.with(settings(Map.of("budget", "100000/24h")));
        limits.reserve(request("register", "203.0.113.7"));

        // this one and the sixty before it; one fewer when another has begun since we looked
        assertThat(slices.keys(key)).hasSizeBetween(60, 61).allMatch(slice -> Long.parseLong(slice) >= now - 60);
        assertThat(RealRedis.SHARED.template().getExpire(key)).isBetween(86_400L, 86_400L + 2 * 24 * 60);
    }

    @Test
    void reserveWhenFewCodesAreUsedThenTightensAndReports() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SmsLimits limits = SmsLimitsFixture.with(
                settings(Map.of(
                        "budget", "40/1h",
                        "tightening.min-sent", "10",
                        "tightening.min-used-percent", "50",
                        "tightening.remaining-percent", "25")),
                RealRedis.SHARED.template(),
                meters);
        sentLongEnoughAgo(20);
        for (int i = 0; i < 10; i++) {
            limits.reserve(request("register", "203.0.113.7"));
        }
        assertThatThrownBy(() -> limits.reserve(request("register", "203.0.113.7")))
                .isInstanceOf(ApiException.class);
        assertThat(meters.get("passport.sms.tightened").gauge().value()).isEqualTo(1);

        for (int i = 0; i < 10; i++) {
            limits.countUsed();
        }
        assertThat(limits.reserve(request("register", "203.0.113.7"))).isNotNull();
        assertThat(meters.get("passport.sms.tightened").gauge().value()).isZero();
    }

    @Test
    void reserveWhenTightenedThenTheDailyBudgetStays() {
        SmsLimits limits = SmsLimitsFixture.with(settings(
                Map.of("budget", "40/1h, 20/24h", "tightening.min-sent", "10", "tightening.min-used-percent", "50")));
        sentLongEnoughAgo(20);
        for (int i = 0; i < 10; i++) {
            limits.reserve(request("register", "203.0.113.7"));
        }
        assertThatThrownBy(() -> limits.reserve(request("register", "203.0.113.7")))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(retryAfter(refusal)).isBetween(1, 3600));
    }

    @Test
    void reserveWhenCodesAreYoungThenDoesNotTighten() {
        SmsLimits limits = SmsLimitsFixture.with(
                settings(Map.of("budget", "40/1h", "tightening.min-sent", "10", "tightening.min-used-percent", "50")));
        for (int i = 0; i < 40; i++) {
            assertThat(limits.reserve(request("register", "203.0.113.7"))).isNotNull();
        }
    }

    @Test
    void countUsedWhenTheCodeIsYoungThenCountsForTheRatio() {
        SmsLimits limits = SmsLimitsFixture.with(
                settings(Map.of("budget", "100/1h", "tightening.min-sent", "10", "tightening.min-used-percent", "50")));
        sentLongEnoughAgo(20);
        for (int i = 0; i < 25; i++) {
            limits.reserve(request("register", "203.0.113.7"));
        }
        assertThatThrownBy(() -> limits.reserve(request("register", "203.0.113.7")))
                .isInstanceOf(ApiException.class);
        for (int i = 0; i < 10; i++) {
            limits.countUsed();
        }
        assertThat(limits.reserve(request("register", "203.0.113.7"))).isNotNull();
    }

    /** As if they had been sent ten minutes before. */
    private static void sentLongEnoughAgo(int messages) {
        long slice = RealRedis.SHARED.now().minus(Duration.ofMinutes(10)).toEpochMilli() / 60_000;
        RealRedis.SHARED.template().opsForHash().increment("smslimit:{shared}:sent", Long.toString(slice), messages);
    }

    private static int retryAfter(ApiException refusal) {
        return ((Number) ((Map<?, ?>) refusal.data()).get("retry_after")).intValue();
    }

    private static boolean isReserved(SmsLimits limits, SmsQuotaRequest request) {
        try {
            limits.reserve(request);
            return true;
        } catch (ApiException refused) {
            return false;
        }
    }

    /** For a number of its own. */
    private SmsQuotaRequest request(String purpose, String address) {
        return new SmsQuotaRequest(purpose, new Mobile("138%08d".formatted(numbers.incrementAndGet())), address);
    }

    private static SmsLimitProperties settings(Map<String, String> narrow) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "per-address", "100000/24h",
                "per-network", "100000/24h",
                "per-purpose", "100000/24h",
                "budget", "100000/24h"));
        settings.putAll(narrow);
        return SmsLimitsFixture.settings(settings);
    }
}
