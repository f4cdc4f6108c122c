package io.passport.common.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SessionLifetimeTests {

    private final MapConfigurationPropertySource settings = new MapConfigurationPropertySource();

    @Test
    void bindWhenNothingIsSetThenIdleIsADayAndAbsoluteThirty() {
        assertThat(bound()).isEqualTo(new SessionLifetime(Duration.ofHours(24), Duration.ofDays(30)));
    }

    @Test
    void bindWhenBothAreSetThenTheyHold() {
        settings.put("passport.sessions.lifetime.idle", "1h");
        settings.put("passport.sessions.lifetime.absolute", "7d");
        assertThat(bound()).isEqualTo(new SessionLifetime(Duration.ofHours(1), Duration.ofDays(7)));
    }

    private SessionLifetime bound() {
        return new Binder(settings).bindOrCreate("passport.sessions.lifetime", SessionLifetime.class);
    }
}
