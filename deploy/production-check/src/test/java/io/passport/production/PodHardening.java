package io.passport.production;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks Kubernetes' pod security standard "restricted", and limits that Passport adds: resources, image, writable paths. */
final class PodHardening {
    private static final Pattern EXACT_IMAGE = Pattern.compile("[\\w./-]+:\\d+\\.\\d+\\.\\d+");

    private PodHardening() {}

    static Stream<String> findings(Deployment deployment) {
        return Stream.concat(pod(Manifests.pod(deployment)), container(Manifests.container(deployment)))
                .map(finding -> deployment.getMetadata().getName() + " " + finding);
    }

    private static Stream<String> pod(PodSpec pod) {
        var security = pod.getSecurityContext();
        return Stream.of(
                        finding(!Boolean.TRUE.equals(security.getRunAsNonRoot()), "may run as root"),
                        finding(security.getRunAsUser() == null || security.getRunAsUser() == 0, "runs as root"),
                        finding(
                                security.getSeccompProfile() == null
                                        || !"RuntimeDefault"
                                                .equals(security.getSeccompProfile()
                                                        .getType()),
                                "may use every system call"),
                        finding(
                                !Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()),
                                "holds a token of the cluster"),
                        finding(!Boolean.FALSE.equals(pod.getEnableServiceLinks()), "reads Services as settings"),
                        finding(pod.getTopologySpreadConstraints().isEmpty(), "may run on one node only"))
                .flatMap(finding -> finding);
    }

    private static Stream<String> container(Container container) {
        var security = container.getSecurityContext();
        var limits = container.getResources().getLimits();
        return Stream.of(
                        finding(!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "can gain privileges"),
                        finding(!Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "can write to its image"),
                        finding(
                                security.getCapabilities() == null
                                        || !List.of("ALL")
                                                .equals(security.getCapabilities()
                                                        .getDrop()),
                                "keeps capabilities"),
                        finding(!limits.containsKey("memory"), "may take all memory"),
                        finding(!limits.containsKey("cpu"), "sees all cores"),
                        finding(!EXACT_IMAGE.matcher(container.getImage()).matches(), "has no exact image version"),
                        finding(!writable(container).equals(Set.of("/tmp")), "writes elsewhere than to /tmp"))
                .flatMap(finding -> finding);
    }

    private static Set<String> writable(Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .collect(Collectors.toSet());
    }

    private static Stream<String> finding(boolean there, String text) {
        return there ? Stream.of(text) : Stream.empty();
    }
}
