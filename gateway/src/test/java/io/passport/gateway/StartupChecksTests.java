package io.passport.gateway;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.passport.testing.startupcheck.AbstractStartupChecksTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

class StartupChecksTests extends AbstractStartupChecksTests {

    private static final String TRUSTED_PROXIES = "passport.edge.trusted-proxies";

    @Override
    protected int port() {
        return 8080;
    }

    @Override
    protected List<String> keys() {
        return List.of("passport.internal-calls.caller-keys.gateway");
    }

    @Override
    protected List<String> passwords() {
        return List.of("spring.data.redis.password");
    }

    @Override
    protected List<String> safeSettings() {
        return List.of(TRUSTED_PROXIES + "=10.0.0.0/8");
    }

    @Override
    protected Stream<Arguments> unsafeSettings() {
        return Stream.concat(
                Stream.of(arguments(TRUSTED_PROXIES, "", "is empty; name the address ranges of the proxies")),
                Stream.of("0.0.0.0/0", "::/0", "10.0.0.0/8,0.0.0.0/1", "8000::/1")
                        .map(tooWide -> arguments(TRUSTED_PROXIES, tooWide, "is too wide")));
    }
}
