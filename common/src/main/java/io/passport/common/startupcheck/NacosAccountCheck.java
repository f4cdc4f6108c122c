package io.passport.common.startupcheck;

import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Whoever may write to Nacos decides where calls go. So it has accounts, and this service one of them. */
final class NacosAccountCheck implements StartupCheck {

    private static final String USER_NAME = "spring.cloud.nacos.discovery.username";
    private static final Secret PASSWORD = Secret.password("spring.cloud.nacos.discovery.password");

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        if (!NacosServers.areUsed(environment)) {
            return Stream.empty();
        }
        Stream<Finding> unnamed = StringUtils.hasText(environment.getProperty(USER_NAME))
                ? Stream.empty()
                : Stream.of(new Finding(USER_NAME, "is empty", "name the account that Nacos has for this service"));
        return Stream.concat(unnamed, PASSWORD.findings(environment));
    }
}
