package io.passport.nacoscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.passport.common.startupcheck.Finding;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** Against a server that answers as Nacos 3.1 does; the acceptance tests use a real Nacos. */
@ExtendWith(OutputCaptureExtension.class)
class NacosServersCheckTests {

    private static final String NO_RETRY = "0s";
    private static final int BREAKS_OFF = 0;

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
    void checkWhenAllRequestsAreRejectedThenNothingIsFound() {
        accept(request -> false);
        assertThat(findings()).isEmpty();
        assertThat(asked)
                // the JDK's client repeats a GET by itself when a connection breaks
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch("/nacos/v3/client/ns/instance/list?serviceName=gateway&namespaceId=public"::equals);
    }

    @Test
    void checkWhenAuthenticationIsOffThenOnlyThatIsFound() {
        accept(any -> true);
        assertThat(findings())
                .containsExactly("spring.cloud.nacos.discovery.server-addr: Nacos answers there without authentication;"
                        + " set nacos.core.auth.enabled=true on that server");
    }

    @Test
    void checkWhenATokenOfThePublishedKeyIsAcceptedThenTheKeyIsFound() {
        accept(exchange -> exchange.getRequestHeaders().containsKey("accessToken"));
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("key of its documentation", "nacos.core.auth.plugin.nacos.token.secret.key");
    }

    @Test
    void checkWhenThePublishedIdentityIsAcceptedThenItIsFound() {
        accept(exchange -> "security".equals(exchange.getRequestHeaders().getFirst("serverIdentity")));
        assertThat(findings()).singleElement().asString().contains("nacos.core.auth.server.identity.key");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 404})
    void checkWhenTheAnswerIsNeitherOkNorRejectionThenItIsNoNacos3(int status) {
        answer(request -> status);
        assertThat(findings())
                .containsExactly(
                        "spring.cloud.nacos.discovery.server-addr: the server there does not answer as Nacos 3 does"
                                + "; name the host and port of a Nacos 3");
        assertThat(asked).hasSize(1);
    }

    @Test
    void checkWhenNacosIsStillStartingThenItIsAskedAgain(CapturedOutput output) {
        answer(request -> switch (asked.size()) {
            case 1, 2 -> BREAKS_OFF;
            case 3 -> 503;
            default -> 200;
        });
        assertThat(findings()).singleElement().asString().contains("without authentication");
        assertThat(output).doesNotContain("could not be examined");
    }

    @Test
    void checkWhenNacosIsNotReadyInTimeThenAWarningIsLogged(CapturedOutput output) {
        answer(request -> 503);
        assertThat(findings(address(), "3s")).isEmpty();
        assertThat(asked).hasSizeGreaterThan(1);
        assertThat(output)
                .containsOnlyOnce(
                        "Nacos at " + address() + " could not be examined: java.io.IOException: it answers 503");
    }

    @Test
    void checkWhenNacosIsUnavailableOrHangsThenAWarningIsLogged(CapturedOutput output) throws Exception {
        nacos.stop(0);
        assertThat(findings(address(), NO_RETRY)).isEmpty();
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String there = "127.0.0.1:" + hanging.getLocalPort();
            assertThat(findings(there, NO_RETRY)).isEmpty();
            assertThat(output).containsOnlyOnce(there).containsOnlyOnce(address());
        }
    }

    @Test
    void checkWhenThereAreTwoServersThenBothAreAskedAndNoneWhenNacosIsDisabled() {
        accept(any -> true);
        assertThat(findings("127.0.0.1:1, " + address(), NO_RETRY)).hasSize(1);
        MockEnvironment off = settings(address()).withProperty("spring.cloud.nacos.discovery.enabled", "false");
        assertThat(new NacosServersCheck(Supplier::get).findings(off)).isEmpty();
        assertThat(new NacosAccountCheck().findings(off)).isEmpty();
    }

    private void accept(Predicate<HttpExchange> which) {
        answer(exchange -> which.test(exchange) ? 200 : 403);
    }

    private void answer(ToIntFunction<HttpExchange> status) {
        nacos.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            int answer = status.applyAsInt(exchange);
            if (answer != BREAKS_OFF) {
                exchange.sendResponseHeaders(answer, -1);
            }
            exchange.close();
        });
    }

    private String address() {
        return "127.0.0.1:" + nacos.getAddress().getPort();
    }

    private List<String> findings() {
        return findings(settings(address()));
    }

    private static List<String> findings(String addresses, String timeout) {
        return findings(settings(addresses).withProperty("passport.startup-check.nacos-timeout", timeout));
    }

    private static List<String> findings(MockEnvironment settings) {
        return new NacosServersCheck(Supplier::get)
                .findings(settings)
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
