package io.passport.local.stack;

import io.passport.local.part.StartupException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The port of each part, as {@code PASSPORT_<PART>_PORT} sets it.
 *
 * @param byPart by the part's name, in the order in which parts are printed
 */
record Ports(Map<String, Integer> byPart) {
    /** Nacos also listens 1000 below and 1001 above its port; ports below 1024 need privileges. */
    private static final int LOWEST = 2024;

    static final int HIGHEST = 64_534;

    private static final Map<String, Integer> DEFAULTS = defaults();

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("redis", 16379);
        ports.put("mariadb", 13306);
        ports.put("nacos", 18848);
        ports.put("emulators", 8090);
        ports.put("gateway", 8080);
        ports.put("verify-service", 8081);
        ports.put("user-service", 8082);
        ports.put("media-service", 8083);
        return ports;
    }

    /**
     * Reads the settings from environment variables.
     *
     * @throws StartupException if a value is not a port
     */
    static Ports from(Map<String, String> environment) {
        var ports = new LinkedHashMap<>(DEFAULTS);
        ports.replaceAll((part, port) -> {
            var set = environment.get(setting(part));
            return set == null || set.isBlank() ? port : parse(setting(part), set);
        });
        return new Ports(ports);
    }

    private static int parse(String setting, String value) {
        var number = value.strip();
        var port = number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0;
        if (port < LOWEST || port > HIGHEST) {
            throw new StartupException(
                    "%s=%s is no port: a number from %d to %d is needed".formatted(setting, value, LOWEST, HIGHEST));
        }
        return port;
    }

    /** The environment variable with the port of a part's first instance: {@code PASSPORT_USER_SERVICE_PORT}. */
    static String setting(String part) {
        var module = part.replaceFirst("-\\d$", "");
        return "PASSPORT_" + module.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    int of(String part) {
        return Objects.requireNonNull(byPart.get(part), part);
    }

    /** The ports of all first instances as environment variables for the parts. */
    Map<String, String> asEnvironment() {
        return DEFAULTS.keySet().stream().collect(Collectors.toMap(Ports::setting, part -> String.valueOf(of(part))));
    }
}
