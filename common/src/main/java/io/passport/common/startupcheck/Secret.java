package io.passport.common.startupcheck;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * A secret that a service needs, and how long it must be at least.
 *
 * @param setting its name
 * @param shortest in characters
 */
public record Secret(String setting, int shortest) {

    private static final int KEY = 32;
    private static final int PASSWORD = 16;
    private static final int FEWEST_DIFFERENT = 5;

    /** Of examples, documentation and keyboards, in lower case; whoever tries keys begins with these. */
    private static final List<String> WELL_KNOWN = List.of(
            "secretkey0123456789",
            "vghpc0lztxldxn0b21tzwnyzxrlzxkwmtizndu2nzg",
            "changeme",
            "change-me",
            "change_me",
            "change this",
            "changethis",
            "replace-me",
            "your-secret",
            "passwordpassword",
            "secretsecret",
            "0123456789012345",
            "1234567890123456",
            "0123456789abcdef",
            "abcdefghijklmnop",
            "qwertyuiop");

    /** A key of ours: 32 characters. */
    public static Secret key(String setting) {
        return new Secret(setting, KEY);
    }

    /** A password of a server that is asked by program, or a credential that a provider gave: 16 characters. */
    public static Secret password(String setting) {
        return new Secret(setting, PASSWORD);
    }

    /** What is wrong with the value it has, if anything; of several things the first. */
    public Stream<Finding> findings(PropertyResolver settings) {
        String fault = faultOf(settings.getProperty(setting));
        return fault == null
                ? Stream.empty()
                : Stream.of(new Finding(setting, fault, "set a random one of at least " + shortest + " characters"));
    }

    private @Nullable String faultOf(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "is empty";
        }
        if (LocalSecretsCheck.isLocal(value)) {
            // named already, under the name by which it came in
            return null;
        }
        if (value.length() < shortest) {
            return "is shorter than " + shortest + " characters";
        }
        return isWellKnown(value) ? "is a value that everybody knows or guesses" : null;
    }

    private static boolean isWellKnown(String value) {
        String lowerCase = value.toLowerCase(Locale.ROOT);
        return value.chars().distinct().count() < FEWEST_DIFFERENT
                || WELL_KNOWN.stream().anyMatch(lowerCase::contains);
    }
}
