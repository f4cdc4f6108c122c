package io.passport.nacoscheck;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.Secret;
import io.passport.common.startupcheck.StartupCheck;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Checks that the service's settings name an account at Nacos, because write access to Nacos decides where internal calls go.
 * Nacos itself is not called. Checks nothing when discovery by Nacos is switched off.
 */
final class NacosAccountCheck implements StartupCheck {

    private static final String USER_NAME = "spring.cloud.nacos.discovery.username";
    private static final Secret PASSWORD = Secret.password("spring.cloud.nacos.discovery.password");

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        if (!NacosServersCheck.isNacosEnabled(environment)) {
            return Stream.empty();
        }
        Stream<Finding> noUserName = StringUtils.hasText(environment.getProperty(USER_NAME))
                ? Stream.empty()
                : Stream.of(new Finding(USER_NAME, "is empty", "name the account that Nacos has for this service"));
        return Stream.concat(noUserName, PASSWORD.findings(environment));
    }
}
