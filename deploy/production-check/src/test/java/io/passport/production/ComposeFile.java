package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.convert.DurationStyle;

/** {@code deploy/compose/compose.yaml}, or a copy with one wrong value. */
record ComposeFile(ObjectNode root) {
    static final Path PATH = Sources.path("deploy/compose/compose.yaml");

    static ComposeFile committed() {
        try {
            return new ComposeFile(YamlDocuments.parse(Files.readString(PATH)).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All containers, Passport's own and the others. */
    Stream<Map.Entry<String, JsonNode>> containers() {
        return root.path("services").properties().stream();
    }

    JsonNode container(String name) {
        return root.path("services").path(name);
    }

    /** Whether this is a service of Passport, not a database or another server. */
    static boolean isService(String container) {
        return Sources.services().contains(container);
    }

    boolean isInternal(String network) {
        return root.path("networks").path(network).path("internal").asBoolean();
    }

    /** The settings, secrets and grace period (by default 10 s) that the file gives to a service. */
    DeploymentSettings settingsOf(String service) {
        Map<String, String> variables = new HashMap<>();
        container(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        String gracePeriod = container(service).path("stop_grace_period").asText("10s");
        return new DeploymentSettings(
                Set.copyOf(texts(container(service).path("secrets"))),
                variables,
                DurationStyle.detectAndParse(gracePeriod));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toList());
    }
}
