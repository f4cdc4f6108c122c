package io.passport.gateway.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.gateway.GatewayIntegrationTest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A gateway that started while Nacos was unavailable. */
@TestPropertySource(
        properties = {
            "spring.cloud.nacos.discovery.enabled=true",
            "spring.cloud.nacos.discovery.register-enabled=false",
            "spring.cloud.nacos.discovery.server-addr=127.0.0.1:1",
            "passport.startup-check.nacos-timeout=0s"
        })
@DirtiesContext
class NacosUnavailableIT extends GatewayIntegrationTest {

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Upstreams upstreams;

    @Test
    void healthWhenNoListHasArrivedThenLiveButNotReady() throws Exception {
        assertThat(health("liveness")).isEqualTo(200);
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(send(request("/api/v1.0/user")).statusCode()).isEqualTo(503);
        upstreams.all().forEach(upstream -> upstream.setInstances(List.of()));
        assertThat(health("readiness")).isEqualTo(200);
        var stub = new InetSocketAddress("localhost", USER_SERVICE.port());
        upstreams.ofRoute("user-service").setInstances(List.of(stub));
        assertThat(send(request("/api/v1.0/user")).statusCode()).isEqualTo(200);
    }

    private int health(String group) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/" + group);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
