package io.passport.local.stack;

import io.passport.local.jvm.EmulatorsPart;
import io.passport.local.jvm.NacosPart;
import io.passport.local.jvm.Project;
import io.passport.local.jvm.ServiceModule;
import io.passport.local.jvm.ServicePart;
import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.FreePort;
import io.passport.local.part.Part;
import io.passport.local.part.StartupException;
import io.passport.local.redis.RedisServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All parts of a stack, with the order in which they start.
 *
 * @param parts in the order in which they are printed
 */
record Plan(List<PartSpec> parts) {
    static Plan of(Project project, Ports ports) {
        return new Plan(ports.byPart().keySet().stream()
                .map(part -> spec(part, project, ports))
                .toList());
    }

    private static PartSpec spec(String name, Project project, Ports ports) {
        var port = ports.of(name);
        return switch (name) {
            case "redis" -> new PartSpec(new RedisServer(port), Set.of());
            case "mariadb" -> new PartSpec(new MariaDbServer(port), Set.of());
            case "nacos" -> new PartSpec(new NacosPart(project, port), Set.of());
            case "emulators" -> new PartSpec(new EmulatorsPart(project, port), Set.of());
            default -> {
                var module = module(name);
                yield new PartSpec(new ServicePart(project, module, name, port, ports.asEnvironment()), module.needs());
            }
        };
    }

    private static ServiceModule module(String part) {
        return Arrays.stream(ServiceModule.values())
                .filter(module -> part.startsWith(module.folder()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Checks that every part's ports are free and different.
     *
     * @throws StartupException with one line for each taken port: the part and the setting that moves it
     */
    void checkPorts() {
        var seen = new HashSet<Integer>();
        var taken = new ArrayList<String>();
        for (var spec : parts) {
            for (var port : spec.part().ports()) {
                if (!seen.add(port) || !FreePort.isFree(port)) {
                    taken.add("Port %d is taken, but %s needs it: end what listens there, or set %s to another"
                            .formatted(port, spec.name(), Ports.setting(spec.name())));
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new StartupException(String.join("\n", taken));
        }
    }

    /** The one part of a kind, or the first instance. */
    <P extends Part> P first(Class<P> kind) {
        return all(kind).findFirst().orElseThrow();
    }

    /** All parts of a kind. */
    <P extends Part> Stream<P> all(Class<P> kind) {
        return parts.stream().map(PartSpec::part).filter(kind::isInstance).map(kind::cast);
    }
}
