package io.passport.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources that {@code kubectl apply -k deploy/kubernetes} would send, or a copy with one wrong value. */
record Manifests(List<HasMetadata> all) {
    static final Path FOLDER = Sources.path("deploy/kubernetes");

    /** The output of {@code kubectl kustomize}: each resource under {@code <kind> <name>}. */
    static ObjectNode built() {
        try {
            Process kubectl = new ProcessBuilder("kubectl", "kustomize", FOLDER.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
            ObjectNode byName = JsonNodeFactory.instance.objectNode();
            YamlDocuments.parse(text).forEach(document -> byName.set(nameOf(document), document));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(ObjectNode document) {
        return document.path("kind").asText() + " "
                + document.path("metadata").path("name").asText();
    }

    static Manifests of(ObjectNode byName) {
        return new Manifests(byName.properties().stream()
                .map(entry -> KubernetesTypes.parse((ObjectNode) entry.getValue()))
                .toList());
    }

    <T extends HasMetadata> Stream<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    Deployment deployment(String name) {
        return of(Deployment.class)
                .filter(deployment -> name.equals(deployment.getMetadata().getName()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("There is no Deployment " + name));
    }

    static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    static Container container(Deployment deployment) {
        return pod(deployment).getContainers().getFirst();
    }

    /** The settings, secrets and grace period that a Deployment gives to its service. */
    DeploymentSettings settingsOf(Deployment deployment) {
        Set<String> secrets = pod(deployment).getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .flatMap(volume -> volume.getSecret().getItems().stream())
                .filter(item -> item.getKey().equals(item.getPath()))
                .map(KeyToPath::getKey)
                .collect(Collectors.toSet());
        Duration gracePeriod = Duration.ofSeconds(pod(deployment).getTerminationGracePeriodSeconds());
        return new DeploymentSettings(secrets, variables(deployment), gracePeriod);
    }

    private Map<String, String> variables(Deployment deployment) {
        Map<String, String> variables = new HashMap<>();
        container(deployment)
                .getEnvFrom()
                .forEach(source -> of(ConfigMap.class)
                        .filter(map -> Objects.equals(
                                map.getMetadata().getName(),
                                source.getConfigMapRef().getName()))
                        .forEach(map -> variables.putAll(map.getData())));
        container(deployment).getEnv().forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        return variables;
    }
}
