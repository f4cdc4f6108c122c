package io.passport.local.stack;

import io.passport.local.jvm.EmulatorsServer;
import io.passport.local.jvm.NacosServer;
import io.passport.local.jvm.Project;
import io.passport.local.jvm.Service;
import io.passport.local.jvm.ServiceModule;
import io.passport.local.mariadb.MariaDbServer;
import io.passport.local.part.CannotStart;
import io.passport.local.part.FreePort;
import io.passport.local.part.Part;
import io.passport.local.redis.RedisServer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All parts of a stack.
 *
 * @param parts in the order in which they are shown
 */
record Plan(List<Planned> parts) {
    static Plan of(Project project, Ports ports) {
        return new Plan(ports.byPart().keySet().stream()
                .map(part -> planned(part, project, ports))
                .toList());
    }

    private static Planned planned(String name, Project project, Ports ports) {
        var port = ports.of(name);
        return switch (name) {
            case "redis" -> new Planned(new RedisServer(port), Set.of());
            case "mariadb" -> new Planned(new MariaDbServer(port), Set.of());
            case "nacos" -> new Planned(new NacosServer(project, port), Set.of());
            case "emulators" -> new Planned(new EmulatorsServer(project, port), Set.of());
            default -> {
                var module = module(name);
                yield new Planned(new Service(project, module, name, port, ports.asEnvironment()), module.needs());
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
     * Checks that every part can have its ports.
     *
     * @throws CannotStart naming the first that cannot, and the setting that moves it
     */
    void checkPorts() {
        var seen = new HashSet<Integer>();
        for (var planned : parts) {
            for (var port : planned.part().ports()) {
                if (!seen.add(port) || !FreePort.isFree(port)) {
                    throw new CannotStart(
                            "Port %d is taken, but %s needs it: end what listens there, or set %s to another"
                                    .formatted(port, planned.name(), Ports.setting(planned.name())));
                }
            }
        }
    }

    /** The one part of a kind, or the first instance. */
    <P extends Part> P first(Class<P> kind) {
        return all(kind).findFirst().orElseThrow();
    }

    /** All parts of a kind. */
    <P extends Part> Stream<P> all(Class<P> kind) {
        return parts.stream().map(Planned::part).filter(kind::isInstance).map(kind::cast);
    }
}
