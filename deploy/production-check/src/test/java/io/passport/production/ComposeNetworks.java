package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that only the gateway is reachable from outside, and that only services with providers reach the internet. */
final class ComposeNetworks {
    private static final String PUBLIC = "edge";
    private static final String OUT = "providers";
    private static final Set<String> MAY_CALL_PROVIDERS = Set.of("verify-service", "user-service", "media-service");

    /** By default on loopback, for the proxy that terminates TLS. */
    private static final String PUBLISHED = "${PASSPORT_LISTEN:-127.0.0.1:8080}:";

    private ComposeNetworks() {}

    static Stream<String> findings(ComposeFile compose) {
        return compose.containers()
                .flatMap(entry -> Stream.concat(ports(entry), networks(compose, entry))
                        .map(finding -> entry.getKey() + " " + finding));
    }

    private static Stream<String> ports(Map.Entry<String, JsonNode> entry) {
        Stream<String> ports = ComposeFile.texts(entry.getValue().path("ports")).stream();
        return entry.getKey().equals("gateway")
                ? ports.filter(port -> !port.equals(PUBLISHED + serverPort())).map(port -> "publishes " + port)
                : ports.map(port -> "publishes " + port);
    }

    private static String serverPort() {
        return Objects.requireNonNull(
                ServiceConfiguration.of("gateway").withVariables(Map.of()).getProperty("server.port"));
    }

    private static Stream<String> networks(ComposeFile compose, Map.Entry<String, JsonNode> entry) {
        JsonNode networks = entry.getValue().path("networks");
        return networks.isEmpty()
                ? Stream.of("is in the default network")
                : ComposeFile.texts(networks).stream()
                        .filter(network -> !isRightIn(compose, entry.getKey(), network))
                        .map(network -> "is in the network " + network);
    }

    private static boolean isRightIn(ComposeFile compose, String container, String network) {
        return switch (network) {
            case PUBLIC -> container.equals("gateway");
            case OUT -> MAY_CALL_PROVIDERS.contains(container);
            case "database" ->
                compose.isInternal(network)
                        && Set.of("verify-service", "user-service", "mysql").contains(container);
            default -> compose.isInternal(network);
        };
    }
}
