package io.passport.testing.passport;

import io.passport.local.part.FreePort;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Free ports, so that the tests run beside a developer's own Passport: ten consecutive ports below 22000, management ports
 * 10000 above, second instances 100 above. All are below Linux' range for outgoing connections.
 *
 * @param first the first of the ten
 */
public record PassportPorts(int first) {

    /** A second instance of a service listens this far above the first. */
    public static final int SECOND_INSTANCE_OFFSET = 100;

    private static final Map<String, Integer> OFFSETS = Map.of(
            "gateway", 0,
            "verify-service", 1,
            "user-service", 2,
            "media-service", 3,
            "emulators", 4,
            "redis", 5,
            "mariadb", 6,
            // also listens 1000 below and 1001 above
            "nacos", 4000);

    /** Ten consecutive ports that are free now. Throws NoSuchElementException after 100 attempts. */
    public static PassportPorts free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 21_900))
                .limit(100)
                .mapToObj(PassportPorts::new)
                .filter(PassportPorts::areFree)
                .findFirst()
                .orElseThrow();
    }

    /** The port of a part, such as {@code user-service}. Throws NullPointerException for an unknown name. */
    public int of(String part) {
        return first + Objects.requireNonNull(OFFSETS.get(part), part);
    }

    /** {@code PASSPORT_<PART>_PORT} for every part. */
    public Map<String, String> asEnvironment() {
        return OFFSETS.keySet().stream()
                .collect(Collectors.toMap(
                        part -> "PASSPORT_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT",
                        part -> String.valueOf(of(part))));
    }

    private boolean areFree() {
        int nacos = of("nacos");
        return IntStream.concat(
                        IntStream.range(first, first + 7)
                                .flatMap(port -> IntStream.of(port, port + SECOND_INSTANCE_OFFSET, port + 10_000)),
                        IntStream.of(nacos - 1000, nacos, nacos + 1000, nacos + 1001))
                .allMatch(FreePort::isFree);
    }
}
