package io.passport.local.stack;

import io.passport.local.jvm.ServiceModule;
import io.passport.local.jvm.ServicePart;
import io.passport.local.part.FreePort;
import io.passport.local.part.StartupException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The number of instances of each service: {@code user-service=2,gateway=2}.
 *
 * @param instances by module; a module without an entry has one instance
 */
public record Scale(Map<String, Integer> instances) {
    private static final int MOST = 9;

    /** Instance n is given the first free port from {@code port + 100 * (n - 1)}: 8182 for the second user-service. */
    private static final int PORT_STEP = 100;

    /**
     * Checks names and numbers.
     *
     * @throws StartupException for an unknown service, or a number that is not from 1 to 9
     */
    public Scale {
        instances = Map.copyOf(instances);
        instances.forEach(Scale::check);
    }

    private static void check(String service, int count) {
        var services =
                Arrays.stream(ServiceModule.values()).map(ServiceModule::folder).toList();
        if (!services.contains(service)) {
            throw new StartupException(
                    "--scale %s: only %s can be scaled".formatted(service, String.join(", ", services)));
        }
        if (count < 1 || count > MOST) {
            throw new StartupException(
                    "--scale %s=%d: a number from 1 to %d is needed".formatted(service, count, MOST));
        }
    }

    /** Adds free ports for the further instances. */
    Ports applyTo(Ports ports) {
        var all = new LinkedHashMap<>(ports.byPart());
        instances.forEach((module, count) -> {
            for (var instance = 2; instance <= count; instance++) {
                all.put(module + "-" + instance, freePort(ports.of(module) + PORT_STEP * (instance - 1), all));
            }
        });
        return new Ports(all);
    }

    private static int freePort(int from, Map<String, Integer> taken) {
        return IntStream.rangeClosed(from, Ports.HIGHEST)
                .filter(port -> !taken.containsValue(port))
                .filter(port -> FreePort.isFree(port) && FreePort.isFree(ServicePart.managementPort(port)))
                .findFirst()
                .orElseThrow(() -> new StartupException("No port is free above " + from));
    }
}
