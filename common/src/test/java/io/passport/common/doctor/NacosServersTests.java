package io.passport.common.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Against a server that answers as Nacos 3.1 was seen to; the acceptance tests ask the real one. */
class NacosServersTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer nacos;

    @BeforeEach
    void listen() throws Exception {
        nacos = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        nacos.start();
    }

    @AfterEach
    void stop() {
        nacos.stop(0);
    }

    @Test
    void findsNothingWhenStrangersAreTurnedAway() {
        letIn(stranger -> false);
        assertThat(findings()).isEmpty();
        assertThat(asked)
                .hasSize(4)
                .allMatch("/nacos/v3/client/ns/instance/list?serviceName=gateway&namespaceId=public"::equals);
    }

    @Test
    void findsOneThingWhenAuthenticationIsOff() {
        letIn(everybody -> true);
        assertThat(findings())
                .containsExactly("spring.cloud.nacos.discovery.server-addr: Nacos answers there without authentication;"
                        + " set nacos.core.auth.enabled=true on that server");
    }

    @Test
    void findsTheTokenKeyWhenATokenMadeWithItIsTaken() {
        letIn(exchange -> exchange.getRequestHeaders().containsKey("accessToken"));
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("key of its documentation", "nacos.core.auth.plugin.nacos.token.secret.key");
    }

    @Test
    void findsTheIdentityWhenItIsTaken() {
        letIn(exchange -> "security".equals(exchange.getRequestHeaders().getFirst("serverIdentity")));
        assertThat(findings()).singleElement().asString().contains("nacos.core.auth.server.identity.key");
    }

    @Test
    void findsNothingWhenNacosIsAwayOrHangs() throws Exception {
        nacos.stop(0);
        assertThat(findings()).isEmpty();
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(findings("127.0.0.1:" + hanging.getLocalPort())).isEmpty();
        }
    }

    @Test
    void asksEveryServerAndNoneWhenNacosIsOff() {
        letIn(everybody -> true);
        assertThat(findings("127.0.0.1:1, " + address())).hasSize(1);
        MockEnvironment off = settings(address()).withProperty("spring.cloud.nacos.discovery.enabled", "false");
        assertThat(new NacosServers().findings(off)).isEmpty();
        assertThat(new NacosAccount().findings(off)).isEmpty();
    }

    private void letIn(Predicate<HttpExchange> whom) {
        nacos.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(whom.test(exchange) ? 200 : 403, -1);
            exchange.close();
        });
    }

    private String address() {
        return "127.0.0.1:" + nacos.getAddress().getPort();
    }

    private List<String> findings() {
        return findings(address());
    }

    private static List<String> findings(String addresses) {
        return new NacosServers()
                .findings(settings(addresses))
                .map(Finding::toString)
                .toList();
    }

    private static MockEnvironment settings(String addresses) {
        return new MockEnvironment()
                .withProperty("spring.application.name", "gateway")
                .withProperty("spring.cloud.nacos.discovery.server-addr", addresses)
                .withProperty("spring.cloud.nacos.discovery.username", "passport");
    }
}
