package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks, without kubectl, that every manifest has only properties that Kubernetes knows. */
class KubernetesTypesTests {

    @ParameterizedTest
    @MethodSource("manifests")
    void readWhenAManifestIsUnchangedThenEveryPropertyIsKnown(Path manifest) throws IOException {
        assertThat(documents(Files.readString(manifest))).isNotEmpty().allSatisfy(KubernetesTypes::parse);
    }

    @ParameterizedTest
    @CsvSource({
        "every-pod.yaml, readOnlyRootFilesystem, readOnlyRootFileSystem",
        "every-pod.yaml, terminationGracePeriodSeconds, terminationGracePeriod",
        "every-pod.yaml, httpGet, httpget",
        "every-pod.yaml, strategy, rollout",
        "gateway.yaml, containerPort, port",
        "gateway.yaml, averageUtilization, utilization",
        "gateway.yaml, maxUnavailable, maxUnvailable",
        "gateway.yaml, secretName, name",
        "gateway.yaml, limits, limit",
        "network-policies.yaml, podSelector, selector",
        "network-policies.yaml, except, without"
    })
    void readWhenAPropertyIsMisspeltThenItIsRejected(String file, String property, String misspelt) throws IOException {
        String text = Files.readString(Manifests.FOLDER.resolve(file));
        String wrong = text.replaceFirst(property + ":", misspelt + ":");

        assertThat(wrong).isNotEqualTo(text);
        assertThatThrownBy(() -> documents(wrong).forEach(KubernetesTypes::parse))
                .hasMessageContaining(misspelt);
    }

    @Test
    void readWhenTheKindIsMisspeltThenItIsRejected() {
        var unknown = YamlDocuments.parse("{apiVersion: apps/v1, kind: Deploiment, metadata: {name: x}}")
                .getFirst();

        assertThatThrownBy(() -> KubernetesTypes.parse(unknown)).hasMessageContaining("Deploiment");
    }

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    // a type of kustomize, which rejects unknown properties itself
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<ObjectNode> documents(String text) {
        return YamlDocuments.parse(text);
    }
}
