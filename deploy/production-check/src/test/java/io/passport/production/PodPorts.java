package io.passport.production;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ports and probes fit what the service's own settings say. */
final class PodPorts {

    /** Seconds; one, as Kubernetes has it, is soon over on a node where many pods start. */
    private static final int PATIENCE = 3;

    private PodPorts() {}

    static Stream<String> faults(Manifests manifests, Deployment deployment) {
        String name = deployment.getMetadata().getName();
        Container container = Manifests.container(deployment);
        var settings =
                ServiceConfiguration.of(name).under(manifests.given(deployment).variables());
        return Stream.of(
                        wrong("http", container, settings.getProperty("server.port")),
                        wrong("management", container, settings.getProperty("management.server.port")),
                        wrong("startup", container.getStartupProbe(), "readiness"),
                        wrong("readiness", container.getReadinessProbe(), "readiness"),
                        wrong("liveness", container.getLivenessProbe(), "liveness"))
                .flatMap(fault -> fault)
                .map(fault -> name + " " + fault);
    }

    private static Stream<String> wrong(String name, Container container, @Nullable String port) {
        Map<String, String> ports = container.getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, named -> String.valueOf(named.getContainerPort())));
        return ports.getOrDefault(name, "").equals(port)
                ? Stream.empty()
                : Stream.of("has its port " + name + " at " + ports.get(name) + ", the service at " + port);
    }

    private static Stream<String> wrong(String name, @Nullable Probe probe, String group) {
        boolean right = probe != null
                && probe.getHttpGet() != null
                && ("/actuator/health/" + group).equals(probe.getHttpGet().getPath())
                && "management".equals(probe.getHttpGet().getPort().getStrVal())
                && probe.getTimeoutSeconds() != null
                && probe.getTimeoutSeconds() >= PATIENCE;
        return right ? Stream.empty() : Stream.of("has no right " + name + " probe");
    }
}
