package io.passport.media;

import io.passport.common.doctor.Check;
import io.passport.common.doctor.Finding;
import io.passport.common.doctor.Secret;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that media-service starts with. */
final class MediaServiceSecrets implements Check {

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Stream.of(
                        Secret.key("passport.trust.caller-keys.gateway"),
                        Secret.key("passport.trust.caller-keys.media-service"),
                        Secret.password("passport.qiniu.access-key"),
                        Secret.password("passport.qiniu.secret-key"))
                .flatMap(secret -> secret.findings(environment));
    }
}
