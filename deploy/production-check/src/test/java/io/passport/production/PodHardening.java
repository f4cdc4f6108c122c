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

/** Kubernetes' pod security standard "restricted", and what else a pod of ours must not do or take. */
final class PodHardening {
    private static final Pattern EXACT_IMAGE = Pattern.compile("[\\w./-]+:\\d+\\.\\d+\\.\\d+");

    private PodHardening() {}

    static Stream<String> faults(Deployment deployment) {
        return Stream.concat(pod(Manifests.pod(deployment)), container(Manifests.container(deployment)))
                .map(fault -> deployment.getMetadata().getName() + " " + fault);
    }

    private static Stream<String> pod(PodSpec pod) {
        var security = pod.getSecurityContext();
        return Stream.of(
                        fault(!Boolean.TRUE.equals(security.getRunAsNonRoot()), "may run as root"),
                        fault(security.getRunAsUser() == null || security.getRunAsUser() == 0, "runs as root"),
                        fault(
                                security.getSeccompProfile() == null
                                        || !"RuntimeDefault"
                                                .equals(security.getSeccompProfile()
                                                        .getType()),
                                "may use every system call"),
                        fault(
                                !Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()),
                                "holds a token of the cluster"),
                        fault(!Boolean.FALSE.equals(pod.getEnableServiceLinks()), "takes Services for settings"),
                        fault(pod.getTopologySpreadConstraints().isEmpty(), "may stand on one node only"))
                .flatMap(fault -> fault);
    }

    private static Stream<String> container(Container container) {
        var security = container.getSecurityContext();
        var limits = container.getResources().getLimits();
        return Stream.of(
                        fault(!Boolean.FALSE.equals(security.getAllowPrivilegeEscalation()), "can gain privileges"),
                        fault(!Boolean.TRUE.equals(security.getReadOnlyRootFilesystem()), "can write to its image"),
                        fault(
                                security.getCapabilities() == null
                                        || !List.of("ALL")
                                                .equals(security.getCapabilities()
                                                        .getDrop()),
                                "keeps capabilities"),
                        fault(!limits.containsKey("memory"), "may take all memory"),
                        fault(!limits.containsKey("cpu"), "sees all cores"),
                        fault(!EXACT_IMAGE.matcher(container.getImage()).matches(), "takes whatever image comes"),
                        fault(!writable(container).equals(Set.of("/tmp")), "writes elsewhere than to /tmp"))
                .flatMap(fault -> fault);
    }

    private static Set<String> writable(Container container) {
        return container.getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .collect(Collectors.toSet());
    }

    private static Stream<String> fault(boolean there, String text) {
        return there ? Stream.of(text) : Stream.empty();
    }
}
