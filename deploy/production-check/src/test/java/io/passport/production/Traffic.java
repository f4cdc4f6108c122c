package io.passport.production;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The connections that the network policies allow, decided as a network plugin does: if policies select a pod, at least one
 * of them must allow the connection; a pod that no policy selects is unrestricted. All pods are in one namespace.
 */
record Traffic(List<NetworkPolicy> policies) {

    /**
     * One end of a connection.
     *
     * @param labels the pod's labels
     * @param ports the pod's named ports
     */
    record Pod(Map<String, String> labels, List<ContainerPort> ports) {
        static Pod named(String name) {
            return new Pod(Map.of("app.kubernetes.io/name", name), List.of());
        }
    }

    boolean allows(Pod from, Pod to, int port) {
        return leaves(from, to, port) && enters(from, to, port);
    }

    private boolean leaves(Pod from, Pod to, int port) {
        return isUnrestricted(from, "Egress")
                || selecting(from, "Egress")
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> fits(rule.getTo(), to) && fits(rule.getPorts(), to, port));
    }

    private boolean enters(Pod from, Pod to, int port) {
        return isUnrestricted(to, "Ingress")
                || selecting(to, "Ingress")
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> fits(rule.getFrom(), from) && fits(rule.getPorts(), to, port));
    }

    /** Whether no policy of that type selects the pod. */
    boolean isUnrestricted(Pod pod, String type) {
        return selecting(pod, type).findAny().isEmpty();
    }

    /** The ports on which a pod may reach internet addresses, which exclude the cluster's. */
    Stream<Integer> publicPorts(Pod pod) {
        Predicate<NetworkPolicyPeer> world = peer ->
                peer.getIpBlock() != null && !peer.getIpBlock().getExcept().isEmpty();
        return selecting(pod, "Egress")
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .filter(rule -> rule.getTo().stream().anyMatch(world))
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal());
    }

    private Stream<NetworkPolicy> selecting(Pod pod, String type) {
        return policies.stream()
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), pod));
    }

    private static boolean fits(List<NetworkPolicyPeer> peers, Pod pod) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> fits(peer, pod));
    }

    private static boolean fits(NetworkPolicyPeer peer, Pod pod) {
        return peer.getIpBlock() == null && (peer.getPodSelector() == null || selects(peer.getPodSelector(), pod));
    }

    private static boolean selects(LabelSelector selector, Pod pod) {
        return selector.getMatchExpressions().isEmpty()
                && pod.labels().entrySet().containsAll(selector.getMatchLabels().entrySet());
    }

    private static boolean fits(List<NetworkPolicyPort> ports, Pod to, int port) {
        return ports.isEmpty()
                || ports.stream().map(NetworkPolicyPort::getPort).anyMatch(allowed -> number(allowed, to) == port);
    }

    private static int number(IntOrString port, Pod pod) {
        return port.getStrVal() == null
                ? port.getIntVal()
                : pod.ports().stream()
                        .filter(named -> Objects.equals(named.getName(), port.getStrVal()))
                        .mapToInt(ContainerPort::getContainerPort)
                        .findAny()
                        .orElse(-1);
    }
}
