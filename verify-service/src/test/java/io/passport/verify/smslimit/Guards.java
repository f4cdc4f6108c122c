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

/** Guards as the service has them, with settings of a test's own. */
public final class Guards {

    private Guards() {}

    static SmsLimitSettings settings(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("passport.sms-limit." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("passport.sms-limit", SmsLimitSettings.class);
    }

    static SmsLimits with(SmsLimitSettings settings) {
        return with(settings, RealRedis.SHARED.template(), new SimpleMeterRegistry());
    }

    static SmsLimits with(SmsLimitSettings settings, StringRedisTemplate redis, SimpleMeterRegistry meters) {
        return new SmsLimits(
                new SlidingWindows(redis),
                new SharedLimits(redis, settings),
                settings,
                Ledgers.over(redis),
                new Alertness(meters));
    }
}
