package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.internalcall.SignedCalls;
import io.passport.verify.RunningService;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalSmsCodeControllerIT extends RunningService {

    private static final String MOBILE = "13800000001";
    private static final String TICKET = "5c2f9f0e-8f0b-4c6e-9d38-0a4c5b1f7e11";

    private SignedCalls userService;

    @BeforeEach
    void callAsUserService() {
        userService = service("user-service");
    }

    @Test
    void consumeWhenReleasedThenCanBeConsumedAgain() {
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String code = SmsCodeClient.lastCode(PROVIDER);

        UUID consumptionId = UUID.randomUUID();
        assertThat(consume(code, consumptionId)).isEqualTo("{\"outcome\":\"CONSUMED\"}");
        assertThat(consume(code, consumptionId)).isEqualTo("{\"outcome\":\"CONSUMED\"}");
        assertThat(consume(code, UUID.randomUUID())).isEqualTo("{\"outcome\":\"EXPIRED\"}");

        assertThat(release(UUID.randomUUID())).isEqualTo("{\"released\":false}");
        assertThat(release(consumptionId)).isEqualTo("{\"released\":true}");
        assertThat(consume(code, consumptionId)).isEqualTo("{\"outcome\":\"EXPIRED\"}");
        assertThat(consume(code, UUID.randomUUID())).isEqualTo("{\"outcome\":\"CONSUMED\"}");
    }

    @Test
    void consumeWhenTheIdWasReleasedBeforeThenExpired() {
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        UUID consumptionId = UUID.randomUUID();
        assertThat(release(consumptionId)).isEqualTo("{\"released\":false}");
        assertThat(consume(SmsCodeClient.lastCode(PROVIDER), consumptionId)).isEqualTo("{\"outcome\":\"EXPIRED\"}");
        assertThat(consume(SmsCodeClient.lastCode(PROVIDER), UUID.randomUUID()))
                .isEqualTo("{\"outcome\":\"CONSUMED\"}");
    }

    @Test
    void consumeWhenTheCodeDiffersThenWrong() {
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String wrong = SmsCodeClient.lastCode(PROVIDER).equals("000000") ? "000001" : "000000";
        assertThat(consume(wrong, UUID.randomUUID())).isEqualTo("{\"outcome\":\"WRONG\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\"}",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"consumption_id\":\"x\"}",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"consumption_id\":7}",
                "{\"purpose\":\"register\",\"consumption_id\":\"" + TICKET + "\"}",
                "{\"purpose\":\"x\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"consumption_id\":\"" + TICKET
                        + "\"}",
                "{\"purpose\":\"register\",\"mobile\":\"1\",\"code\":\"123456\",\"consumption_id\":\"" + TICKET + "\"}"
            })
    void consumeWhenTheBodyIsInvalidThenAnswers4103(String body) {
        assertThat(userService.post("/internal/sms-codes/consume", body).line()).startsWith("200 4103 ");
        assertThat(userService.post("/internal/sms-codes/release", body).line()).startsWith("200 4103 ");
    }

    @Test
    void consumeWhenTheCallerIsNotUserServiceThenForbidden() {
        for (String path : new String[] {"/internal/sms-codes/consume", "/internal/sms-codes/release"}) {
            assertThat(gatewayFor("203.0.113.1").post(path, "{}").status()).isEqualTo(403);
            assertThat(userService.unsigned(path).status()).isEqualTo(403);
        }
    }

    private String consume(String code, UUID consumptionId) {
        return post(
                "/internal/sms-codes/consume",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"code\":\"%s\",\"consumption_id\":\"%s\"}"
                        .formatted(MOBILE, code, consumptionId));
    }

    private String release(UUID consumptionId) {
        return post(
                "/internal/sms-codes/release",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"consumption_id\":\"%s\"}"
                        .formatted(MOBILE, consumptionId));
    }

    private String post(String path, String json) {
        return userService.post(path, json).json().toString();
    }
}
