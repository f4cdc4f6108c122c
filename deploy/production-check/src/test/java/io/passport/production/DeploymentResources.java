package io.passport.production;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that each Deployment has its own Service, autoscaler and disruption budget, and spreads its pods over nodes. */
final class DeploymentResources {
    private DeploymentResources() {}

    static Stream<String> findings(Manifests manifests, Deployment deployment) {
        String name = deployment.getMetadata().getName();
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        return Stream.of(
                        missing(
                                "selector of its own",
                                selects(deployment.getSpec().getSelector(), labels)),
                        missing("Service", manifests.of(Service.class).anyMatch(service -> isFor(service, labels))),
                        missing(
                                "autoscaler",
                                manifests.of(HorizontalPodAutoscaler.class).anyMatch(scaler -> isFor(scaler, name))),
                        missing(
                                "disruption budget",
                                manifests
                                        .of(PodDisruptionBudget.class)
                                        .anyMatch(budget ->
                                                selects(budget.getSpec().getSelector(), labels))),
                        missing(
                                "spread over nodes",
                                Manifests.pod(deployment).getTopologySpreadConstraints().stream()
                                        .allMatch(spread -> selects(spread.getLabelSelector(), labels))))
                .flatMap(finding -> finding)
                .map(finding -> name + " " + finding);
    }

    private static boolean isFor(Service service, Map<String, String> labels) {
        return labels.entrySet().containsAll(service.getSpec().getSelector().entrySet())
                && service.getSpec().getPorts().stream()
                        .allMatch(port -> "http".equals(port.getTargetPort().getStrVal()));
    }

    private static boolean isFor(HorizontalPodAutoscaler scaler, String name) {
        var target = scaler.getSpec().getScaleTargetRef();
        return target.getKind().equals("Deployment")
                && target.getName().equals(name)
                && scaler.getSpec().getMinReplicas() >= 2;
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    }

    private static Stream<String> missing(String what, boolean there) {
        return there ? Stream.empty() : Stream.of("has no " + what);
    }
}
