package io.passport.common.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.AllowedCallers;
import io.passport.common.internalcall.CallSignature;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.pii.Mobile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=some-service",
            "springdoc.api-docs.enabled=true",
            "spring.cloud.circuitbreaker.resilience4j.enabled=false",
            "passport.internal-calls.caller-keys.gateway=a-key-of-this-test-with-32-letters",
            "passport.internal-calls.caller-keys.some-service=a-key-of-this-test-with-32-letters"
        })
@ActiveProfiles("local")
class OpenApiIT {

    private static final String DOCS = "/v3/api-docs";

    @LocalServerPort
    private int port;

    @Autowired
    private CallSignature signature;

    private DocumentContext description;

    @BeforeEach
    void askAsTheGateway() {
        Caller gateway = Caller.service("gateway", Instant.now());
        description = JsonPath.parse(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(DOCS)
                .header(Caller.HEADER, gateway.header())
                .header(CallSignature.HEADER, signature.sign("GET", DOCS, gateway))
                .retrieve()
                .body(String.class));
    }

    @Test
    void namesTheServiceAndEveryCode() {
        assertThat(description.<String>read("$.info.title")).isEqualTo("Passport some-service");
        assertThat(description.<String>read("$.info.description"))
                .contains(List.of(ErrorCode.values()).stream()
                        .map(ErrorCode::errno)
                        .toList());
    }

    @Test
    void callsThroughTheGatewayWhenTriedOut() {
        assertThat(description.<List<String>>read("$.servers[*].url")).containsExactly("/");
    }

    @Test
    void namesPropertiesAsOnTheWire() {
        assertThat(properties("Order").keySet()).containsExactlyInAnyOrder("mobile", "pass_phrase");
        assertThat(properties("EnvelopeReceipt").keySet()).containsExactlyInAnyOrder("errno", "errmsg", "data");
        assertThat(properties("Receipt").keySet()).containsExactly("order_number");
    }

    @Test
    void describesAValueReadFromAStringAsAString() {
        assertThat(properties("Order"))
                .allSatisfy((name, schema) -> assertThat(schema).isEqualTo(Map.of("type", "string")));
    }

    @Test
    void asksForNothingThatTheGatewayAdds() {
        assertThat(description.<Map<String, Object>>read("$.paths['/orders'].post"))
                .doesNotContainKey("parameters");
    }

    @Test
    void marksWhatNeedsALogin() {
        assertThat(description.<List<Map<String, Object>>>read("$.paths['/orders'].post.security"))
                .containsExactly(Map.of("session", List.of()));
        assertThat(description.<Map<String, Object>>read("$.paths['/free'].post"))
                .doesNotContainKey("security");
    }

    @Test
    void leavesOutWhatOnlyServicesCall() {
        assertThat(description.<Map<String, Object>>read("$.paths").keySet()).containsExactly("/orders", "/free");
    }

    private Map<String, Object> properties(String schema) {
        return description.read("$.components.schemas." + schema + ".properties");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ForClients.class, ForServices.class})
    static class SomeService {}

    @RestController
    static class ForClients {

        @PostMapping("/orders")
        Envelope<Receipt> order(SignedInUser user, @RequestBody Order order) {
            return Envelope.ok(new Receipt(1));
        }

        @PostMapping("/free")
        Envelope<@Nullable Void> free(Caller caller) {
            return Envelope.ok();
        }
    }

    @RestController
    @AllowedCallers("another-service")
    static class ForServices {

        @PutMapping("/internal/orders")
        void replace() {}
    }

    record Order(Mobile mobile, PassPhrase passPhrase) {}

    record Receipt(long orderNumber) {}

    record PassPhrase(String words) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PassPhrase of(String words) {
            return new PassPhrase(words);
        }
    }
}
