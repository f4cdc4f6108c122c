package io.passport.gateway;

import io.passport.common.doctor.Check;
import io.passport.common.doctor.Finding;
import io.passport.common.doctor.Secret;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that the gateway starts with. */
final class GatewaySecrets implements Check {

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Stream.of(
                        Secret.key("passport.trust.caller-keys.gateway"), Secret.password("spring.data.redis.password"))
                .flatMap(secret -> secret.findings(environment));
    }
}
