package io.passport.gateway;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that the gateway starts with. */
final class GatewaySecrets implements StartupCheck {

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Stream.of(
                        Secret.key("passport.internal-calls.caller-keys.gateway"),
                        Secret.password("spring.data.redis.password"))
                .flatMap(secret -> secret.findings(environment));
    }
}
