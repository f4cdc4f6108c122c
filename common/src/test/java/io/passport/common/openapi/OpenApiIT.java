package io.passport.common.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
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
import org.springframework.web.bind.annotation.GetMapping;
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
    void describeWhenAskedThenEveryCodeIsListed() {
        assertThat(description.<String>read("$.info.description"))
                .contains(List.of(ErrorCode.values()).stream()
                        .map(ErrorCode::errno)
                        .toList());
    }

    @Test
    void describeWhenAskedThenTheServerIsTheGateway() {
        assertThat(description.<List<String>>read("$.servers[*].url")).containsExactly("/");
    }

    @Test
    void describeWhenPropertiesHaveTwoWordsThenTheyAreNamedAsOnTheWire() {
        assertThat(schema("Order").keySet()).containsExactlyInAnyOrder("mobile", "pass_phrase", "note");
        assertThat(schema("Receipt").keySet()).containsExactly("order_number");
    }

    @Test
    void describeWhenAComponentIsNotNullableThenItIsRequired() {
        assertThat(description.<List<String>>read("$.components.schemas.Order.required"))
                .containsExactlyInAnyOrder("mobile", "pass_phrase");
    }

    @Test
    void describeWhenAValueIsReadFromAStringThenItIsAStringWithItsRules() {
        assertThat(schema("Order").get("pass_phrase")).isEqualTo(Map.of("type", "string"));
        assertThat(description.<String>read("$.components.schemas.Order.properties.mobile.pattern"))
                .isEqualTo("^1[3-9][0-9]{9}$");
    }

    @Test
    void describeWhenAnEnvelopeHasDataThenItIsRequired() {
        assertThat(schema("EnvelopeReceipt").keySet()).containsExactlyInAnyOrder("errno", "errmsg", "data");
        assertThat(description.<List<String>>read("$.components.schemas.EnvelopeReceipt.required"))
                .containsExactlyInAnyOrder("errno", "errmsg", "data");
        assertThat(description.<List<String>>read("$.components.schemas.EnvelopeReceipt.properties.errno.enum"))
                .containsExactly("0");
    }

    @Test
    void describeWhenAnEnvelopeHasNoDataThenItHasNoSuchProperty() {
        assertThat(schema("EnvelopeVoid").keySet()).containsExactlyInAnyOrder("errno", "errmsg");
    }

    @Test
    void describeWhenTheGatewayAddsAParameterThenItIsLeftOut() {
        assertThat(description.<Map<String, Object>>read("$.paths['/orders'].post"))
                .doesNotContainKey("parameters");
    }

    @Test
    void describeWhenAnOperationHasASignedInUserThenItNeedsTheSessionCookie() {
        assertThat(description.<List<Map<String, Object>>>read("$.paths['/orders'].post.security"))
                .containsExactly(Map.of("session", List.of()));
        assertThat(description.<List<Object>>read("$.paths['/free'].post.security"))
                .isEmpty();
    }

    @Test
    void describeWhenAnOperationCanFailThenEachFailureIsListedInOrder() {
        assertThat(description.<List<String>>read("$.paths['/orders'].post['x-errno']"))
                .containsExactly("4101", "4103", "4003", "4301", "4001");
        Map<String, Map<String, Map<String, String>>> examples = description
                .<List<Map<String, Map<String, Map<String, String>>>>>read(
                        "$.paths['/orders'].post.responses.200.content[*].examples")
                .getFirst();
        assertThat(examples.values())
                .extracting(example -> example.get("value").get("errmsg"))
                .containsExactly("用户未登录", "参数错误", "订单已存在", "第三方系统错误", "保存订单异常");
    }

    @Test
    void describeWhenAnOperationHasABodyThenItHasTheStatusesOfBodies() {
        assertThat(description
                        .<Map<String, Object>>read("$.paths['/orders'].post.responses")
                        .keySet())
                .containsExactlyInAnyOrder("200", "400", "403", "413", "415", "429", "503");
        assertThat(description
                        .<Map<String, Object>>read("$.paths['/read'].get.responses")
                        .keySet())
                .containsExactlyInAnyOrder("200", "400", "429", "503");
    }

    @Test
    void describeWhenOnlyServicesCallAnOperationThenItIsLeftOut() {
        assertThat(description.<Map<String, Object>>read("$.paths").keySet())
                .containsExactlyInAnyOrder("/orders", "/free", "/read");
    }

    private Map<String, Object> schema(String name) {
        return description.read("$.components.schemas." + name + ".properties");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ForClients.class, ForServices.class})
    static class SomeService {}

    @RestController
    static class ForClients {

        @Failure(value = ErrorCode.DATAEXIST, errmsg = "订单已存在")
        @Failure(ErrorCode.THIRDERR)
        @StorageFailureMessage("保存订单异常")
        @PostMapping("/orders")
        Envelope<Receipt> order(SignedInUser user, @RequestBody Order order) {
            return Envelope.ok(new Receipt(1));
        }

        @PostMapping("/free")
        Envelope<@Nullable Void> free(Caller caller) {
            return Envelope.ok();
        }

        @GetMapping("/read")
        Envelope<Receipt> read() {
            return Envelope.ok(new Receipt(1));
        }
    }

    @RestController
    @AllowedCallers("another-service")
    static class ForServices {

        @PutMapping("/internal/orders")
        void replace() {}
    }

    record Order(
            Mobile mobile, PassPhrase passPhrase, @Nullable String note) {}

    record Receipt(long orderNumber) {}

    record PassPhrase(String words) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PassPhrase of(String words) {
            return new PassPhrase(words);
        }
    }
}
