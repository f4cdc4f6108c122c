package io.passport.verify;

import io.passport.common.doctor.Check;
import io.passport.common.doctor.Finding;
import io.passport.common.doctor.Secret;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** The secrets that verify-service starts with. */
final class VerifyServiceSecrets implements Check {

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return Stream.of(
                        Secret.key("passport.trust.caller-keys.gateway"),
                        Secret.key("passport.trust.caller-keys.user-service"),
                        Secret.key("passport.sms-code.secret"),
                        Secret.password("passport.yuntongxun.account-sid"),
                        Secret.password("passport.yuntongxun.auth-token"),
                        Secret.password("passport.yuntongxun.app-id"),
                        Secret.password("spring.data.redis.password"))
                .flatMap(secret -> secret.findings(environment));
    }
}
