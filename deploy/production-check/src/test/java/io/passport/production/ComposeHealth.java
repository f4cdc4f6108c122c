package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that every container has a health check and waits for the containers that it needs. */
final class ComposeHealth {
    private static final Set<String> AWAITED = Set.of("service_healthy", "service_completed_successfully");

    private ComposeHealth() {}

    static Stream<String> findings(ComposeFile compose) {
        return compose.containers()
                .flatMap(entry -> Stream.of(
                                withoutHealth(compose, entry), unawaited(entry), wrongPort(compose, entry.getKey()))
                        .flatMap(finding -> finding));
    }

    private static Stream<String> withoutHealth(ComposeFile compose, Map.Entry<String, JsonNode> entry) {
        boolean tested = entry.getValue().path("healthcheck").path("test").isArray();
        return tested || endsByItself(compose, entry.getKey())
                ? Stream.empty()
                : Stream.of(entry.getKey() + " has no health check");
    }

    private static boolean endsByItself(ComposeFile compose, String name) {
        return compose.containers()
                .anyMatch(other -> "service_completed_successfully"
                        .equals(other.getValue()
                                .path("depends_on")
                                .path(name)
                                .path("condition")
                                .asText()));
    }

    private static Stream<String> unawaited(Map.Entry<String, JsonNode> entry) {
        return entry.getValue().path("depends_on").properties().stream()
                .filter(needed ->
                        !AWAITED.contains(needed.getValue().path("condition").asText()))
                .map(needed -> entry.getKey() + " does not wait until " + needed.getKey() + " works");
    }

    private static Stream<String> wrongPort(ComposeFile compose, String name) {
        if (!ComposeFile.isService(name)) {
            return Stream.empty();
        }
        String own =
                ServiceConfiguration.of(name).withVariables(Map.of()).getRequiredProperty("management.server.port");
        String asked = compose.settingsOf(name).variables().get("MANAGEMENT_SERVER_PORT");
        return own.equals(asked) ? Stream.empty() : Stream.of(name + " is asked for its health on port " + asked);
    }
}
