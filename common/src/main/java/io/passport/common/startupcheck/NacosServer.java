package io.passport.common.startupcheck;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * One server, asked for what this service's own account may see: the instances of this service. Nacos 3 answers 200 to
 * whom it lets in, 403 to everybody else, and 503 to all while it starts.
 */
final class NacosServer {

    private static final int LET_IN = 200;
    private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);
    private static final int NOT_READY = 500;
    private static final String DISCOVERY = "spring.cloud.nacos.discovery.";

    private final String address;
    private final URI instances;
    private final String user;

    /** @param address host and port, as in {@code server-addr} */
    NacosServer(String address, Environment settings) {
        this.address = address;
        String scheme = settings.getProperty(DISCOVERY + "secure", Boolean.class, false) ? "https" : "http";
        this.instances = URI.create("%s://%s/nacos/v3/client/ns/instance/list?serviceName=%s&namespaceId=%s"
                .formatted(
                        scheme,
                        address,
                        encoded(settings.getProperty("spring.application.name", "passport")),
                        encoded(settings.getProperty(DISCOVERY + "namespace", "public"))));
        this.user = settings.getProperty(DISCOVERY + "username", "nacos");
    }

    /**
     * By what it lets everybody in.
     *
     * @param patience for each answer
     * @throws IOException when it is away, or not ready
     */
    Set<NacosFault> faults(HttpClient http, Duration patience) throws IOException, InterruptedException {
        HttpRequest.Builder stranger = HttpRequest.newBuilder(instances).timeout(patience);
        Set<NacosFault> faults = EnumSet.noneOf(NacosFault.class);
        fault(http, stranger, NacosFault.NO_AUTHENTICATION).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return faults;
        }
        for (NacosToken.KnownKey key : NacosToken.KnownKey.values()) {
            String token = NacosToken.of(user, Instant.now().plusSeconds(60), key);
            fault(http, stranger.copy().header("accessToken", token), NacosFault.KNOWN_TOKEN_KEY)
                    .ifPresent(faults::add);
        }
        fault(http, stranger.copy().header("serverIdentity", "security"), NacosFault.KNOWN_IDENTITY)
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<NacosFault> fault(HttpClient http, HttpRequest.Builder request, NacosFault whenLetIn)
            throws IOException, InterruptedException {
        int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status >= NOT_READY) {
            throw new IOException("it answers " + status);
        }
        if (status == LET_IN) {
            return Optional.of(whenLetIn);
        }
        return TURNED_AWAY.contains(status) ? Optional.empty() : Optional.of(NacosFault.NO_NACOS_3);
    }

    /** The address. */
    @Override
    public String toString() {
        return address;
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
