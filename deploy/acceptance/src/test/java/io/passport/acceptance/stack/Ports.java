package io.passport.acceptance.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ports that nobody listens on, so that a developer's own stack is not in the way: a block of ten below 22000, their
 * management ports 10000 above, further instances 100 above. All stay below Linux' range for outgoing connections.
 *
 * @param first the first of the ten
 */
public record Ports(int first) {

    static final int TO_THE_SECOND_INSTANCE = 100;

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

    /** Some block. */
    public static Ports free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 21_900))
                .limit(100)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    /** Where a part listens. */
    public int of(String part) {
        return first + OFFSETS.get(part);
    }

    /** {@code PASSPORT_<PART>_PORT} for every part. */
    Map<String, String> asEnvironment() {
        return OFFSETS.keySet().stream()
                .collect(Collectors.toMap(
                        part -> "PASSPORT_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT",
                        part -> String.valueOf(of(part))));
    }

    private boolean areFree() {
        int nacos = of("nacos");
        return IntStream.concat(
                        IntStream.range(first, first + 7)
                                .flatMap(port -> IntStream.of(port, port + TO_THE_SECOND_INSTANCE, port + 10_000)),
                        IntStream.of(nacos - 1000, nacos, nacos + 1000, nacos + 1001))
                .allMatch(Ports::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
