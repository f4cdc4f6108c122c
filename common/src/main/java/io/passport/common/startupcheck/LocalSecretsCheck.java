package io.passport.common.startupcheck;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Rejects every setting whose value contains {@code local-only-}: secrets of the local profile, which are public. */
final class LocalSecretsCheck implements StartupCheck {

    private static final String MARK = "local-only-";

    /** Holds the whole command line, whose settings are checked one by one. */
    private static final String COMMAND_LINE = "sun.java.command";

    static boolean isLocal(String value) {
        return value.contains(MARK);
    }

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> marked((EnumerablePropertySource<?>) source))
                .sorted()
                .map(name -> new Finding(
                        name, "holds a secret of the local profile, which is published", "set one of your own"));
    }

    private static Stream<String> marked(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames())
                .filter(name -> !name.equals(COMMAND_LINE))
                .filter(name -> isLocal(String.valueOf(source.getProperty(name))));
    }
}
