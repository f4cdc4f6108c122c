package io.passport.verify.smslimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import io.passport.testing.server.RealRedis;
import io.passport.verify.slidingwindow.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmsLimitsIT {

    private static final Mobile MOBILE = new Mobile("13800000001");
    private static final Window PLENTY = new Window(1000, Duration.ofHours(1));

    @BeforeEach
    void beginAnew() {
        RealRedis.SHARED.empty();
    }

    @Test
    void bindWhenNothingIsSetThenHasTheDefaultLimits() {
        SmsLimitProperties settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("passport.sms-limit", SmsLimitProperties.class);
        assertThat(settings.perNumber()).containsExactly(Window.of("1/60s"), Window.of("5/1h"), Window.of("10/24h"));
        assertThat(settings.perAddress()).containsExactly(Window.of("20/1h"), Window.of("60/24h"));
        assertThat(settings.budget()).hasSize(3);
    }

    @Test
    void bindWhenWindowsAreSetThenReadsThem() {
        SmsLimitProperties settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("passport.sms-limit.per-number", "2/1m, 3/1h")))
                .bindOrCreate("passport.sms-limit", SmsLimitProperties.class);
        assertThat(settings.perNumber()).containsExactly(Window.of("2/1m"), Window.of("3/1h"));
    }

    @Test
    void bindWhenALimitHasNoWindowThenThrows() {
        assertThatThrownBy(() -> SmsLimitsFixture.settings(Map.of("budget", "")))
                .rootCause()
                .hasMessageContaining("passport.sms-limit");
        assertThatThrownBy(() -> SmsLimitsFixture.settings(Map.of("tightening.remaining-percent", "101")))
                .rootCause()
                .hasMessageContaining("passport.sms-limit.tightening");
    }

    @Test
    void reserveWhenANumberExceedsItsWindowsThenRefuses() {
        SmsLimits byTheHour = limits(List.of(Window.of("5/1h")), List.of(PLENTY));
        for (int i = 0; i < 5; i++) {
            byTheHour.reserve(request(MOBILE, "203.0.113." + i));
        }
        assertThatWaitIsAtMost(3600, () -> byTheHour.reserve(request(MOBILE, "203.0.113.9")));

        SmsLimits byTheDay = limits(List.of(Window.of("10/24h")), List.of(PLENTY));
        for (int i = 5; i < 10; i++) {
            byTheDay.reserve(request(MOBILE, "203.0.113." + i));
        }
        assertThatWaitIsAtMost(86400, () -> byTheDay.reserve(request(MOBILE, "203.0.113.9")));
    }

    @Test
    void reserveWhenTheAddressRefusesThenTheNumberIsNotCounted() {
        SmsLimits limits = limits(List.of(new Window(1, Duration.ofMinutes(1))), List.of(Window.of("1/1h")));
        limits.reserve(request(new Mobile("13800000002"), "203.0.113.1"));

        assertThatWaitIsAtMost(3600, () -> limits.reserve(request(MOBILE, "203.0.113.1")));

        assertThat(RealRedis.SHARED.template().hasKey("smslimit:{13800000001}")).isFalse();
        assertThatCode(() -> limits.reserve(request(MOBILE, "203.0.113.2"))).doesNotThrowAnyException();
    }

    @Test
    void reserveWhenTheNumberRefusesThenTheAddressIsNotCounted() {
        SmsLimits limits = limits(List.of(new Window(1, Duration.ofMinutes(1))), List.of(Window.of("2/1h")));
        limits.reserve(request(MOBILE, "203.0.113.1"));
        for (int i = 0; i < 5; i++) {
            assertThatWaitIsAtMost(60, () -> limits.reserve(request(MOBILE, "203.0.113.1")));
        }
        assertThatCode(() -> limits.reserve(request(new Mobile("13800000002"), "203.0.113.1")))
                .doesNotThrowAnyException();
    }

    @Test
    void releaseWhenReservedThenNothingIsCounted() {
        SmsLimits limits = limits(List.of(new Window(1, Duration.ofMinutes(1))), List.of(Window.of("1/1h")));
        limits.release(limits.reserve(request(MOBILE, "203.0.113.1")));
        assertThat(RealRedis.SHARED.template().hasKey("smslimit:{13800000001}")).isFalse();
        assertThatCode(() -> limits.reserve(request(MOBILE, "203.0.113.1"))).doesNotThrowAnyException();
    }

    private static SmsQuotaRequest request(Mobile mobile, String address) {
        return new SmsQuotaRequest("register", mobile, address);
    }

    private static SmsLimits limits(List<Window> perNumber, List<Window> perAddress) {
        return SmsLimitsFixture.with(new SmsLimitProperties(
                perNumber,
                perAddress,
                List.of(PLENTY),
                List.of(PLENTY),
                List.of(PLENTY),
                SmsLimitsFixture.settings(Map.of()).tightening()));
    }

    private static void assertThatWaitIsAtMost(int seconds, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.code().errno()).isEqualTo("4201");
            assertThat(((Number) ((Map<?, ?>) refusal.data()).get("retry_after")).intValue())
                    .isBetween(1, seconds);
        });
    }
}
