package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.Answer;
import io.passport.verify.RunningService;
import io.passport.verify.SignedCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InternalSmsCodeControllerTests extends RunningService {

    private static final String MOBILE = "13800000001";

    private SignedCalls userService;

    @BeforeEach
    void callAsUserService() {
        userService = service("user-service");
    }

    @Test
    void takesTheCodeThatWasSentGivesItBackAndTakesItAgain() {
        new Page(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String code = Page.lastCode(PROVIDER);

        JsonNode taken = take(code).json();
        assertThat(taken.path("outcome").asString()).isEqualTo("TAKEN");
        String ticket = taken.path("ticket").asString();
        assertThat(ticket).matches("[A-Za-z0-9_-]{22}");
        assertThat(take(code).json().toString()).isEqualTo("{\"outcome\":\"EXPIRED\"}");

        assertThat(giveBack("x".repeat(22)).json().toString()).isEqualTo("{\"given_back\":false}");
        assertThat(giveBack(ticket).json().toString()).isEqualTo("{\"given_back\":true}");
        assertThat(take(code).json().path("outcome").asString()).isEqualTo("TAKEN");
    }

    @Test
    void saysWrongWithoutATicket() {
        new Page(gatewayFor("203.0.113.1")).askFor(MOBILE);
        String wrong = Page.lastCode(PROVIDER).equals("000000") ? "000001" : "000000";
        assertThat(take(wrong).json().toString()).isEqualTo("{\"outcome\":\"WRONG\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\"}",
                "{\"purpose\":\"x\",\"mobile\":\"13800000001\",\"code\":\"123456\"}",
                "{\"purpose\":\"register\",\"mobile\":\"1\",\"code\":\"123456\"}",
                "{\"purpose\":\"register\",\"mobile\":\"13800000001\",\"code\":123456}"
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

    private Answer take(String code) {
        return userService.post(
                "/internal/sms-codes/take",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"code\":\"%s\"}".formatted(MOBILE, code));
    }

    private Answer giveBack(String ticket) {
        return userService.post(
                "/internal/sms-codes/give-back",
                "{\"purpose\":\"register\",\"mobile\":\"%s\",\"ticket\":\"%s\"}".formatted(MOBILE, ticket));
    }
}
