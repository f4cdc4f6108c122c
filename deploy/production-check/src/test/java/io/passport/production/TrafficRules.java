package io.passport.production;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that the network policies allow exactly the connections in these tables. */
final class TrafficRules {
    /** The pods and ports that each service calls. */
    private static final Map<String, Set<String>> CALLS = Map.of(
            "gateway",
            Set.of(
                    "verify-service:8081",
                    "user-service:8082",
                    "media-service:8083",
                    "redis:6379",
                    "nacos:8848",
                    "nacos:9848",
                    "kube-dns:53"),
            "verify-service",
            Set.of("redis:6379", "mysql:3306", "nacos:8848", "nacos:9848", "kube-dns:53"),
            "user-service",
            Set.of("verify-service:8081", "redis:6379", "mysql:3306", "nacos:8848", "nacos:9848", "kube-dns:53"),
            "media-service",
            Set.of("user-service:8082", "nacos:8848", "nacos:9848", "kube-dns:53"));

    /** What every other pod may call. */
    private static final Set<String> OPEN = Set.of("gateway:8080");

    /** The ports of the providers that each service calls. */
    private static final Map<String, Set<Integer>> CALLS_OUT = Map.of(
            "gateway", Set.of(),
            "verify-service", Set.of(443, 8883),
            "user-service", Set.of(443),
            "media-service", Set.of(443));

    private static final Map<String, Traffic.Pod> OTHERS = Map.of(
            "redis", Traffic.Pod.named("redis"),
            "mysql", Traffic.Pod.named("mysql"),
            "nacos", Traffic.Pod.named("nacos"),
            "stranger", Traffic.Pod.named("stranger"),
            "kube-dns", new Traffic.Pod(Map.of("k8s-app", "kube-dns"), List.of()));

    private static final Traffic.Pod POD_WITHOUT_POLICY =
            new Traffic.Pod(Map.of("app.kubernetes.io/part-of", "passport"), List.of());

    private static final List<Integer> PORTS =
            List.of(22, 53, 443, 3306, 6379, 8080, 8081, 8082, 8083, 8848, 9848, 18080, 18081, 18082, 18083);

    private TrafficRules() {}

    static Stream<String> findings(Manifests manifests) {
        Traffic traffic = new Traffic(manifests.of(NetworkPolicy.class).toList());
        Map<String, Traffic.Pod> ours = manifests
                .of(Deployment.class)
                .collect(Collectors.toMap(deployment -> deployment.getMetadata().getName(), TrafficRules::pod));
        return Stream.of(inside(traffic, ours), outside(traffic, ours), defaultDeny(traffic))
                .flatMap(findings -> findings);
    }

    private static Stream<String> inside(Traffic traffic, Map<String, Traffic.Pod> ours) {
        Map<String, Traffic.Pod> all = new HashMap<>(OTHERS);
        all.putAll(ours);
        List<String> findings = new ArrayList<>();
        all.forEach((from, caller) -> all.forEach((to, callee) -> PORTS.forEach(port -> {
            boolean expected = CALLS.getOrDefault(from, OPEN).contains(to + ":" + port);
            boolean allowed = traffic.allows(caller, callee, port);
            boolean concernsUs = ours.containsKey(from) || ours.containsKey(to);
            if (concernsUs && allowed != expected) {
                findings.add((allowed ? "must be denied: " : "must be allowed: ") + from + " -> " + to + ":" + port);
            }
        })));
        return findings.stream();
    }

    private static Stream<String> outside(Traffic traffic, Map<String, Traffic.Pod> ours) {
        return ours.entrySet().stream().flatMap(pod -> {
            Set<Integer> ports = traffic.publicPorts(pod.getValue()).collect(Collectors.toSet());
            return ports.equals(CALLS_OUT.get(pod.getKey()))
                    ? Stream.empty()
                    : Stream.of(pod.getKey() + " may reach the internet on the ports " + ports);
        });
    }

    /** Checks that a new pod of Passport has no connections until it has a policy. */
    private static Stream<String> defaultDeny(Traffic traffic) {
        return Stream.of("Ingress", "Egress")
                .filter(type -> traffic.isUnrestricted(POD_WITHOUT_POLICY, type))
                .map(type -> "not denied by default: " + type);
    }

    private static Traffic.Pod pod(Deployment deployment) {
        return new Traffic.Pod(
                deployment.getSpec().getTemplate().getMetadata().getLabels(),
                Manifests.container(deployment).getPorts());
    }
}
