package io.passport.common.startupcheck;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * A setting that must hold a secret value.
 *
 * @param setting its name
 * @param minLength in characters
 * @param remedy what an operator does when the value is unsafe
 */
public record Secret(String setting, int minLength, String remedy) {

    private static final int KEY = 32;
    private static final int PASSWORD = 16;
    private static final int FEWEST_DIFFERENT = 5;

    /** Parts of values in examples and documentation, in lower case. */
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

    /** A key of Passport: at least 32 random characters. */
    public static Secret key(String setting) {
        return random(setting, KEY);
    }

    /** The password of a server that programs connect to: at least 16 random characters. */
    public static Secret password(String setting) {
        return random(setting, PASSWORD);
    }

    /** A credential that a provider issues: at least 16 characters. */
    public static Secret credential(String setting) {
        return new Secret(setting, PASSWORD, "set the one that the provider issued");
    }

    private static Secret random(String setting, int minLength) {
        return new Secret(setting, minLength, "set a random one of at least " + minLength + " characters");
    }

    /** The first thing that is wrong with the setting's value; empty when it is safe. */
    public Stream<Finding> findings(PropertyResolver settings) {
        String fault = faultOf(settings.getProperty(setting));
        return fault == null ? Stream.empty() : Stream.of(new Finding(setting, fault, remedy));
    }

    private @Nullable String faultOf(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "is empty";
        }
        if (LocalSecretsCheck.isLocal(value)) {
            // LocalSecretsCheck reports it
            return null;
        }
        if (value.length() < minLength) {
            return "is shorter than " + minLength + " characters";
        }
        return isWellKnown(value) ? "is well known or easy to guess" : null;
    }

    private static boolean isWellKnown(String value) {
        String lowerCase = value.toLowerCase(Locale.ROOT);
        return value.chars().distinct().count() < FEWEST_DIFFERENT
                || WELL_KNOWN.stream().anyMatch(lowerCase::contains);
    }
}
