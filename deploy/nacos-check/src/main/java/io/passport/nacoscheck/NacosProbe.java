package io.passport.nacoscheck;

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
 * Requests to one Nacos server, for the instances of this service. Nacos 3 answers 200 when it accepts a request, 403 when
 * it rejects it, and 503 while it starts.
 */
final class NacosProbe {

    private static final int ACCEPTED = 200;
    private static final Set<Integer> REJECTED = Set.of(401, 403);
    private static final int NOT_READY = 500;
    private static final String DISCOVERY = "spring.cloud.nacos.discovery.";

    private final String address;
    private final URI instances;
    private final String user;

    /** @param address host and port, as in {@code server-addr} */
    NacosProbe(String address, Environment settings) {
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
     * Sends up to four requests that the server must reject.
     *
     * @param timeout for each answer
     * @return the reasons why the server is not safe; empty when it rejected all
     * @throws IOException when it does not answer, or answers 5xx
     */
    Set<NacosFault> faults(HttpClient http, Duration timeout) throws IOException, InterruptedException {
        HttpRequest.Builder anonymous = HttpRequest.newBuilder(instances).timeout(timeout);
        Set<NacosFault> faults = EnumSet.noneOf(NacosFault.class);
        fault(http, anonymous, NacosFault.NO_AUTHENTICATION).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return faults;
        }
        for (ForgedToken.KnownKey key : ForgedToken.KnownKey.values()) {
            String token = ForgedToken.of(user, Instant.now().plusSeconds(60), key);
            fault(http, anonymous.copy().header("accessToken", token), NacosFault.KNOWN_TOKEN_KEY)
                    .ifPresent(faults::add);
        }
        fault(http, anonymous.copy().header("serverIdentity", "security"), NacosFault.KNOWN_IDENTITY)
                .ifPresent(faults::add);
        return faults;
    }

    private static Optional<NacosFault> fault(HttpClient http, HttpRequest.Builder request, NacosFault whenAccepted)
            throws IOException, InterruptedException {
        int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status >= NOT_READY) {
            throw new IOException("it answers " + status);
        }
        if (status == ACCEPTED) {
            return Optional.of(whenAccepted);
        }
        return REJECTED.contains(status) ? Optional.empty() : Optional.of(NacosFault.NO_NACOS_3);
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
