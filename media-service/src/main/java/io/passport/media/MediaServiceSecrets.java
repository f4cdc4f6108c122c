package io.passport.media;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that media-service starts with. */
final class MediaServiceSecrets implements StartupCheck {

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Stream.of(
                        Secret.key("passport.internal-calls.caller-keys.gateway"),
                        Secret.key("passport.internal-calls.caller-keys.media-service"),
                        Secret.password("passport.qiniu.access-key"),
                        Secret.password("passport.qiniu.secret-key"))
                .flatMap(secret -> secret.findings(environment));
    }
}
