package io.passport.common.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * One server, asked for what this service's own account may see: the instances of this service. Nacos 3 answers 200 to
 * whom it lets in, 403 to everybody else.
 */
final class NacosServer {

    private static final int LET_IN = 200;
    private static final String DISCOVERY = "spring.cloud.nacos.discovery.";

    private final URI instances;
    private final String user;

    /** @param address host and port, as in {@code server-addr} */
    NacosServer(String address, Environment settings) {
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
     * @throws IOException when it is away
     */
    List<NacosFault> faults(HttpClient http, Duration patience) throws IOException, InterruptedException {
        HttpRequest.Builder stranger = HttpRequest.newBuilder(instances).timeout(patience);
        if (letsIn(http, stranger)) {
            return List.of(NacosFault.NO_AUTHENTICATION);
        }
        List<NacosFault> faults = new ArrayList<>();
        if (acceptsKnownKey(http, stranger)) {
            faults.add(NacosFault.KNOWN_TOKEN_KEY);
        }
        if (letsIn(http, stranger.copy().header("serverIdentity", "security"))) {
            faults.add(NacosFault.KNOWN_IDENTITY);
        }
        return faults;
    }

    private boolean acceptsKnownKey(HttpClient http, HttpRequest.Builder stranger)
            throws IOException, InterruptedException {
        for (NacosToken.KnownKey key : NacosToken.KnownKey.values()) {
            String token = NacosToken.of(user, Instant.now().plusSeconds(60), key);
            if (letsIn(http, stranger.copy().header("accessToken", token))) {
                return true;
            }
        }
        return false;
    }

    private static boolean letsIn(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode() == LET_IN;
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
