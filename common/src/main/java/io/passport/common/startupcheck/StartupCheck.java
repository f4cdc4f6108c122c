package io.passport.common.startupcheck;

import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * One question to the settings a service is about to start with. Named in {@code META-INF/spring.factories}; a service
 * that alone has a setting has the check of it. A constructor may take a {@code DeferredLogFactory}.
 */
public interface StartupCheck {

    /** What is wrong; nothing when all is well. Is asked outside the local profile only, before any bean is made. */
    Stream<Finding> findings(ConfigurableEnvironment environment);
}
