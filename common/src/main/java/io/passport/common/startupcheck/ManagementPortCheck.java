package io.passport.common.startupcheck;

import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Requires {@code management.server.port} to be set and to differ from {@code server.port}, where clients could call actuators.
 */
final class ManagementPortCheck implements StartupCheck {

    private static final String SETTING = "management.server.port";
    private static final int DEFAULT_PORT = 8080;

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        int own = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        Integer management = environment.getProperty(SETTING, Integer.class);
        boolean shared = management == null || (management == own && own > 0);
        return shared
                ? Stream.of(new Finding(
                        SETTING, "actuators would be on the public port", "set another port than server.port"))
                : Stream.empty();
    }
}
