package io.passport.verify.smslimit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.passport.testing.server.RealRedis;
import io.passport.verify.slidingwindow.SlidingWindows;
import io.passport.verify.smsledger.Ledgers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.data.redis.core.StringRedisTemplate;

/** SmsLimitsFixture as the service has them, with settings of a test's own. */
public final class SmsLimitsFixture {

    private SmsLimitsFixture() {}

    static SmsLimitProperties settings(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("passport.sms-limit." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("passport.sms-limit", SmsLimitProperties.class);
    }

    static SmsLimits with(SmsLimitProperties settings) {
        return with(settings, RealRedis.SHARED.template(), new SimpleMeterRegistry());
    }

    static SmsLimits with(SmsLimitProperties settings, StringRedisTemplate redis, SimpleMeterRegistry meters) {
        return new SmsLimits(
                new SlidingWindows(redis),
                new GlobalSmsLimits(redis, settings),
                settings,
                Ledgers.over(redis),
                new TighteningMonitor(meters));
    }
}
