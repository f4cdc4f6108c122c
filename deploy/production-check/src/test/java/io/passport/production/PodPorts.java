package io.passport.production;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that a pod's ports and probes are those of the service's settings. */
final class PodPorts {

    /** Kubernetes' default of 1 s is too short on a node where many pods start. */
    private static final int MIN_TIMEOUT_SECONDS = 3;

    private PodPorts() {}

    static Stream<String> findings(Manifests manifests, Deployment deployment) {
        String name = deployment.getMetadata().getName();
        Container container = Manifests.container(deployment);
        var settings = ServiceConfiguration.of(name)
                .withVariables(manifests.settingsOf(deployment).variables());
        return Stream.of(
                        wrong("http", container, settings.getProperty("server.port")),
                        wrong("management", container, settings.getProperty("management.server.port")),
                        wrong("startup", container.getStartupProbe(), "readiness"),
                        wrong("readiness", container.getReadinessProbe(), "readiness"),
                        wrong("liveness", container.getLivenessProbe(), "liveness"))
                .flatMap(finding -> finding)
                .map(finding -> name + " " + finding);
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
                && probe.getTimeoutSeconds() >= MIN_TIMEOUT_SECONDS;
        return right ? Stream.empty() : Stream.of("has no correct " + name + " probe");
    }
}
