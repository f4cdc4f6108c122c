package io.passport.production;

import static io.passport.production.Mutation.remove;
import static io.passport.production.Mutation.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the manifests that kustomize builds, and checks that each rule reports a wrong value. Skipped without kubectl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesManifestsTests {
    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private ObjectNode built = JsonNodeFactory.instance.objectNode();

    @BeforeAll
    void build() {
        assumeTrue(Programs.has("kubectl"), "kubectl is not installed: the built manifests are not checked");
        built = Manifests.built();
    }

    @Test
    void checkWhenTheManifestsAreUnchangedThenNothingIsFound() {
        assertThat(findings(Manifests.of(built))).isEmpty();
    }

    @Test
    void readWhenTheManifestsAreBuiltThenThereIsNoSecret() {
        assertThat(Manifests.of(built).of(Secret.class)).isEmpty();
    }

    @Test
    void readWhenTheManifestsAreBuiltThenEveryServiceIsDeployed() {
        assertThat(Manifests.of(built)
                        .of(Deployment.class)
                        .map(deployment -> deployment.getMetadata().getName()))
                .containsAll(Sources.services());
    }

    @ParameterizedTest
    @MethodSource
    void checkWhenOneValueIsWrongThenItIsFound(Mutation mutation, String finding) {
        assertThat(findings(Manifests.of(mutation.of(built)))).contains(finding);
    }

    static Stream<Arguments> checkWhenOneValueIsWrongThenItIsFound() {
        String gateway = "/Deployment gateway";
        String user = "/Deployment user-service";
        return Stream.of(
                arguments(
                        remove(gateway + "/spec/template/spec/securityContext/runAsNonRoot"),
                        "gateway may run as root"),
                arguments(set(gateway + "/spec/template/spec/securityContext/runAsUser", 0), "gateway runs as root"),
                arguments(
                        remove(gateway + "/spec/template/spec/securityContext/seccompProfile"),
                        "gateway may use every system call"),
                arguments(
                        remove(gateway + "/spec/template/spec/automountServiceAccountToken"),
                        "gateway holds a token of the cluster"),
                arguments(
                        set(gateway + "/spec/template/spec/enableServiceLinks", true),
                        "gateway reads Services as settings"),
                arguments(
                        remove(gateway + CONTAINER + "/securityContext/allowPrivilegeEscalation"),
                        "gateway can gain privileges"),
                arguments(
                        set(gateway + CONTAINER + "/securityContext/readOnlyRootFilesystem", false),
                        "gateway can write to its image"),
                arguments(
                        remove(gateway + CONTAINER + "/securityContext/capabilities/drop"),
                        "gateway keeps capabilities"),
                arguments(remove(gateway + CONTAINER + "/resources/limits/memory"), "gateway may take all memory"),
                arguments(remove(gateway + CONTAINER + "/resources/limits/cpu"), "gateway sees all cores"),
                arguments(
                        set(gateway + CONTAINER + "/image", "passport/gateway:latest"),
                        "gateway has no exact image version"),
                arguments(
                        set(gateway + CONTAINER + "/volumeMounts", List.of()), "gateway writes elsewhere than to /tmp"),
                arguments(
                        set(gateway + CONTAINER + "/ports/1/containerPort", 8081),
                        "gateway has its port management at 8081, the service at 18080"),
                arguments(
                        set(gateway + CONTAINER + "/readinessProbe/httpGet/port", "http"),
                        "gateway has no correct readiness probe"),
                arguments(remove(gateway + CONTAINER + "/livenessProbe"), "gateway has no correct liveness probe"),
                arguments(
                        set(gateway + CONTAINER + "/startupProbe/httpGet/path", "/"),
                        "gateway has no correct startup probe"),
                arguments(
                        remove(gateway + CONTAINER + "/startupProbe/timeoutSeconds"),
                        "gateway has no correct startup probe"),
                arguments(
                        set(user + "/spec/selector/matchLabels/app.kubernetes.io~1name", "user"),
                        "user-service has no selector of its own"),
                arguments(
                        set("/Service user-service/spec/selector/app.kubernetes.io~1name", "user"),
                        "user-service has no Service"),
                arguments(
                        set("/HorizontalPodAutoscaler user-service/spec/scaleTargetRef/name", "user"),
                        "user-service has no autoscaler"),
                arguments(
                        set("/HorizontalPodAutoscaler user-service/spec/minReplicas", 1),
                        "user-service has no autoscaler"),
                arguments(remove("/PodDisruptionBudget user-service"), "user-service has no disruption budget"),
                arguments(
                        set(
                                user + "/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels",
                                Map.of("app", "user")),
                        "user-service has no spread over nodes"),
                arguments(
                        remove(user + "/spec/template/spec/volumes/1/secret/items/0"),
                        "user-service lacks the secret passport.internal-calls.caller-keys.gateway"),
                arguments(
                        set(user + "/spec/template/spec/volumes/1/secret/items/0/path", "gateway-key"),
                        "user-service lacks the secret passport.internal-calls.caller-keys.gateway"),
                arguments(
                        remove(user + CONTAINER + "/envFrom/0"),
                        "user-service lacks the setting passport.personal-data.current-key"),
                arguments(
                        remove(gateway + CONTAINER + "/envFrom/0"),
                        "gateway lacks the setting passport.edge.trusted-proxies"),
                arguments(
                        set(user + "/spec/template/spec/terminationGracePeriodSeconds", 12),
                        "user-service is killed after PT12S but may take PT13S"),
                arguments(remove("/NetworkPolicy passport-default-deny"), "not denied by default: Ingress"),
                arguments(
                        remove("/NetworkPolicy passport-names-and-discovery"),
                        "must be allowed: user-service -> nacos:8848"),
                arguments(
                        set("/NetworkPolicy user-service/spec/ingress/0/from/-", Map.of("namespaceSelector", Map.of())),
                        "must be denied: stranger -> user-service:8082"),
                arguments(
                        set(
                                "/NetworkPolicy user-service/spec/ingress/-",
                                Map.of("ports", List.of(Map.of("port", "management")))),
                        "must be denied: stranger -> user-service:18082"),
                arguments(remove("/NetworkPolicy user-service"), "must be allowed: gateway -> user-service:8082"),
                arguments(
                        remove("/NetworkPolicy user-service/spec/ingress/0/from"),
                        "must be denied: stranger -> user-service:8082"),
                arguments(
                        set("/NetworkPolicy user-service/spec/ingress/0/ports/0/port", "management"),
                        "must be allowed: gateway -> user-service:8082"),
                arguments(
                        set(
                                "/NetworkPolicy verify-service/spec/ingress/0/from/1/podSelector/matchLabels",
                                Map.of("app.kubernetes.io/name", "media-service")),
                        "must be allowed: user-service -> verify-service:8081"),
                arguments(remove("/NetworkPolicy gateway/spec/egress/3"), "must be allowed: gateway -> redis:6379"),
                arguments(
                        set(
                                "/NetworkPolicy gateway/spec/egress/3/to/0/podSelector/matchLabels",
                                Map.of("app.kubernetes.io/name", "mysql")),
                        "must be allowed: gateway -> redis:6379"),
                arguments(
                        set("/NetworkPolicy media-service/spec/egress/1/ports/0/port", 80),
                        "media-service may reach the internet on the ports [80]"));
    }

    private static List<String> findings(Manifests manifests) {
        Stream<String> ofPods = Sources.services().stream()
                .map(manifests::deployment)
                .flatMap(deployment -> Stream.of(
                                PodHardening.findings(deployment),
                                PodPorts.findings(manifests, deployment),
                                DeploymentResources.findings(manifests, deployment),
                                manifests.settingsOf(deployment).findings(configuration(deployment)).stream())
                        .flatMap(findings -> findings));
        return Stream.concat(ofPods, TrafficRules.findings(manifests)).toList();
    }

    private static ServiceConfiguration configuration(Deployment deployment) {
        return ServiceConfiguration.of(deployment.getMetadata().getName());
    }
}
