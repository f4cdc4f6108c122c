package io.passport.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Only the gateway can be reached from outside, and only who calls third parties can reach out. */
final class ComposeNetworks {
    private static final String INTO = "edge";
    private static final String OUT = "providers";
    private static final Set<String> CALL_OUT = Set.of("verify-service", "user-service", "media-service");

    /** On loopback, for the proxy that ends TLS. */
    private static final String PUBLISHED = "${PASSPORT_LISTEN:-127.0.0.1:8080}:";

    private ComposeNetworks() {}

    static Stream<String> faults(ComposeFile compose) {
        return compose.containers()
                .flatMap(entry -> Stream.concat(ports(entry), networks(compose, entry))
                        .map(fault -> entry.getKey() + " " + fault));
    }

    private static Stream<String> ports(Map.Entry<String, JsonNode> entry) {
        Stream<String> ports = ComposeFile.texts(entry.getValue().path("ports")).stream();
        return entry.getKey().equals("gateway")
                ? ports.filter(port -> !port.equals(PUBLISHED + serverPort())).map(port -> "publishes " + port)
                : ports.map(port -> "publishes " + port);
    }

    private static String serverPort() {
        return Objects.requireNonNull(
                ServiceConfiguration.of("gateway").under(Map.of()).getProperty("server.port"));
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
            case INTO -> container.equals("gateway");
            case OUT -> CALL_OUT.contains(container);
            case "database" ->
                compose.isInternal(network)
                        && Set.of("verify-service", "user-service", "mysql").contains(container);
            default -> compose.isInternal(network);
        };
    }
}
