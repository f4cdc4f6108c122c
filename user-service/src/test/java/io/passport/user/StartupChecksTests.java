package io.passport.user;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.passport.testing.startupcheck.AbstractStartupChecksTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

class StartupChecksTests extends AbstractStartupChecksTests {

    @Override
    protected int port() {
        return 8082;
    }

    @Override
    protected List<String> keys() {
        return List.of(
                "passport.internal-calls.caller-keys.gateway",
                "passport.internal-calls.caller-keys.user-service",
                "passport.internal-calls.caller-keys.media-service",
                "passport.personal-data.keys.k1",
                "passport.personal-data.keys.k2",
                "passport.personal-data.index-key");
    }

    @Override
    protected List<String> passwords() {
        return List.of(
                "passport.id-check.secret-id",
                "passport.id-check.secret-key",
                "spring.datasource.password",
                "spring.data.redis.password");
    }

    @Override
    protected List<String> safeSettings() {
        return List.of("passport.personal-data.current-key=k2");
    }

    @Override
    protected Stream<Arguments> unsafeSettings() {
        return Stream.of(arguments("passport.sessions.cookie.secure", "false", "so that sessions go over plain http"));
    }
}
