package io.passport.common.startupcheck;

import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A check of a service's settings before it starts. Registered in {@code META-INF/spring.factories} of the module that has
 * the setting. A constructor may take a {@code DeferredLogFactory}.
 */
public interface StartupCheck {

    /**
     * What is wrong; empty when nothing is. Called once, outside the local profile only, before any bean is created. An
     * exception ends the start without the other checks' findings.
     */
    Stream<Finding> findings(ConfigurableEnvironment environment);
}
