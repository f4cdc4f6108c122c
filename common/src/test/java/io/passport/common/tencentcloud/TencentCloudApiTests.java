package io.passport.common.tencentcloud;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TencentCloudApiTests {

    private static final String ANSWER = "{\"Response\":{\"Result\":\"0\",\"RequestId\":\"1\"}}";

    private final WireMockServer vendor = started();
    private final CommonClient client = client(vendor.baseUrl());

    /** WireMock's first answer is slow and would time out. */
    @BeforeEach
    void warmUp() throws Exception {
        try (HttpClient other = HttpClient.newHttpClient()) {
            other.send(HttpRequest.newBuilder(URI.create(vendor.baseUrl())).build(), BodyHandlers.discarding());
        }
        vendor.resetRequests();
    }

    @AfterEach
    void stop() {
        vendor.stop();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void callWhenAReusedConnectionFailsThenTheRequestIsNotRepeated(ResponseDefinitionBuilder fault) throws Exception {
        vendor.stubFor(any(anyUrl()).willReturn(okJson(ANSWER)));
        assertThat(client.call("IdCardVerification", "{}")).isEqualTo(ANSWER);
        vendor.stubFor(any(anyUrl()).willReturn(fault));
        assertThatThrownBy(() -> client.call("IdCardVerification", "{}")).isInstanceOf(TencentCloudSDKException.class);
        vendor.verify(2, anyRequestedFor(anyUrl()));
    }

    static Stream<ResponseDefinitionBuilder> faults() {
        return Stream.of(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(503).withHeader("Retry-After", "0"),
                aResponse().withStatus(307).withHeader("Location", "/"),
                okJson(ANSWER).withFixedDelay(5000),
                okJson(ANSWER).withChunkedDribbleDelay(20, 10_000),
                okJson("[\"" + "x".repeat(17 * 1024) + "\"]"));
    }

    @Test
    void callWhenNothingListensThenTheCauseIsAConnectException() throws IOException {
        String free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = "http://127.0.0.1:" + socket.getLocalPort();
        }
        assertThatThrownBy(() -> client(free).call("IdCardVerification", "{}"))
                .isInstanceOf(TencentCloudSDKException.class)
                .hasRootCauseInstanceOf(ConnectException.class)
                .hasCauseInstanceOf(ConnectException.class);
    }

    private static CommonClient client(String url) {
        return new TencentCloudApi(
                        "faceid",
                        "2018-03-01",
                        "",
                        URI.create(url),
                        "an id",
                        "a key",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3))
                .client();
    }

    private static WireMockServer started() {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }
}
