package io.passport.user.sessions;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.StartupCheck;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** Outside the local profile, the session cookie must be for https only; otherwise the service does not start. */
final class SecureCookieCheck implements StartupCheck {

    private static final String SETTING = "passport.sessions.cookie.secure";

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return environment.getProperty(SETTING, Boolean.class, true)
                ? Stream.empty()
                : Stream.of(new Finding(SETTING, "is false, so that sessions go over plain http", "leave it true"));
    }
}
