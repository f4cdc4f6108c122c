package io.passport.bench.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ports of the launcher's parts that nobody listens on, so that a stack which already runs is not in the way.
 *
 * @param first of the block; health is asked for 10000 above, Nacos listens from 3000 above on
 */
record PortBlock(int first) {

    private static final List<String> PARTS =
            List.of("gateway", "verify-service", "user-service", "media-service", "emulators", "redis", "mariadb");
    private static final int NACOS = 4000;

    static PortBlock free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 21_900))
                .limit(100)
                .mapToObj(PortBlock::new)
                .filter(PortBlock::isFree)
                .findFirst()
                .orElseThrow();
    }

    int of(String part) {
        return part.equals("nacos") ? first + NACOS : first + PARTS.indexOf(part);
    }

    /** {@code PASSPORT_<PART>_PORT} for every part. */
    Map<String, String> asEnvironment() {
        return IntStream.rangeClosed(0, PARTS.size())
                .mapToObj(i -> i < PARTS.size() ? PARTS.get(i) : "nacos")
                .collect(Collectors.toMap(PortBlock::variable, part -> String.valueOf(of(part))));
    }

    private static String variable(String part) {
        return "PASSPORT_" + part.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    private boolean isFree() {
        IntStream own = IntStream.range(first, first + PARTS.size()).flatMap(port -> IntStream.of(port, port + 10_000));
        int nacos = of("nacos");
        return IntStream.concat(own, IntStream.of(nacos - 1000, nacos, nacos + 1000, nacos + 1001))
                .allMatch(PortBlock::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
