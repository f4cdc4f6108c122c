package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.RunningService;
import io.passport.verify.SignedCalls;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalSmsCodeControllerTests extends RunningService {

    private static final String MOBILE = "13800000001";
    private static final String TICKET = "5c2f9f0e-8f0b-4c6e-9d38-0a4c5b1f7e11";

    private SignedCalls userService;

    @BeforeEach
    void callAsUserService() {
        userService = service("user-service");
    }

    @Test
    void takesTheCodeThatWasSentGivesItBackAndTakesItAgain() {
        new Page(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String code = Page.lastCode(PROVIDER);

        UUID ticket = UUID.randomUUID();
        assertThat(take(code, ticket)).isEqualTo("{\"outcome\":\"TAKEN\"}");
        assertThat(take(code, ticket)).isEqualTo("{\"outcome\":\"TAKEN\"}");
        assertThat(take(code, UUID.randomUUID())).isEqualTo("{\"outcome\":\"EXPIRED\"}");

        assertThat(giveBack(UUID.randomUUID())).isEqualTo("{\"given_back\":false}");
        assertThat(giveBack(ticket)).isEqualTo("{\"given_back\":true}");
        assertThat(take(code, ticket)).isEqualTo("{\"outcome\":\"EXPIRED\"}");
        assertThat(take(code, UUID.randomUUID())).isEqualTo("{\"outcome\":\"TAKEN\"}");
    }

    @Test
    void takesNothingWhenTheTicketWasGivenBackBefore() {
        new Page(gatewayFor("203.0.113.1")).askFor(MOBILE);
        UUID ticket = UUID.randomUUID();
        assertThat(giveBack(ticket)).isEqualTo("{\"given_back\":false}");
        assertThat(take(Page.lastCode(PROVIDER), ticket)).isEqualTo("{\"outcome\":\"EXPIRED\"}");
        assertThat(take(Page.lastCode(PROVIDER), UUID.randomUUID())).isEqualTo("{\"outcome\":\"TAKEN\"}");
    }

    @Test
    void saysWrongWhenAnotherWasSent() {
        new Page(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String wrong = Page.lastCode(PROVIDER).equals("000000") ? "000001" : "000000";
        assertThat(take(wrong, UUID.randomUUID())).isEqualTo("{\"outcome\":\"WRONG\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\"}",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"ticket\":\"x\"}",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"ticket\":7}",
                "{\"purpose\":\"register\",\"ticket\":\"" + TICKET + "\"}",
                "{\"purpose\":\"x\",\"mobile\":\"13800000001\",\"code\":\"123456\",\"ticket\":\"" + TICKET + "\"}",
                "{\"purpose\":\"register\",\"mobile\":\"1\",\"code\":\"123456\",\"ticket\":\"" + TICKET + "\"}"
            })
    void refusesABodyThatIsNotWhatItShouldBe(String body) {
        assertThat(userService.post("/internal/sms-codes/take", body).line()).startsWith("200 4103 ");
        assertThat(userService.post("/internal/sms-codes/give-back", body).line())
                .startsWith("200 4103 ");
    }

    @Test
    void isForUserServiceAlone() {
        for (String path : new String[] {"/internal/sms-codes/take", "/internal/sms-codes/give-back"}) {
            assertThat(gatewayFor("203.0.113.1").post(path, "{}").status()).isEqualTo(403);
            assertThat(userService.unsigned(path).status()).isEqualTo(403);
        }
    }

    private String take(String code, UUID ticket) {
        return post(
                "/internal/sms-codes/take",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"code\":\"%s\",\"ticket\":\"%s\"}"
                        .formatted(MOBILE, code, ticket));
    }

    private String giveBack(UUID ticket) {
        return post(
                "/internal/sms-codes/give-back",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"ticket\":\"%s\"}".formatted(MOBILE, ticket));
    }

    private String post(String path, String json) {
        return userService.post(path, json).json().toString();
    }
}
