package io.passport.user.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;

import io.passport.user.SmsCodeIntegrationTest;
import io.passport.user.account.Accounts;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

class RegistrationIT extends SmsCodeIntegrationTest {

    /** A spy, since a real database cannot fail in one statement only. */
    @MockitoSpyBean
    private Accounts accounts;

    private final String mobile = someMobile();

    @Test
    void registerWhenTheCodeIsRightThenTheUserIsSignedIn() {
        HttpResponse<String> answer = register("\"135790\"");
        assertThat(answer.body()).contains("\"errno\":\"0\"", "\"mobile\":\"" + mobile + "\"", "\"avatar_url\":\"\"");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .startsWith("session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        assertThat(VERIFY_SERVICE.consumptions()).singleElement().satisfies(take -> {
            assertThat(take.path("purpose").asString()).isEqualTo("register");
            assertThat(take.path("mobile").asString()).isEqualTo(mobile);
            assertThat(take.path("code").asString()).isEqualTo("135790");
            assertThat(take.path("consumption_id").asString()).hasSize(36);
        });
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @Test
    void registerWhenTheCodeIsAJsonNumberThenItIsRead() {
        assertThat(register("135790").body()).contains("\"errno\":\"0\"");
        assertThat(register("13579").body()).contains("\"errno\":\"4103\"");
    }

    @Test
    void registerWhenTheNumberHasAnAccountThenTheCodeStaysConsumed() {
        register("\"135790\"");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4003\",\"errmsg\":\"手机号已注册\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @Test
    void registerWhenTheAccountCannotBeCreatedThenTheCodeIsReleased() {
        doThrow(new QueryTimeoutException("frozen")).when(accounts).create(any(), anyString());
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"查询用户信息异常\"}");
        theCodeIsGivenBack();
    }

    @Test
    void registerWhenTheCodeIsNotRightThenTheAnswerTellsWhy() {
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"EXPIRED\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"短信验证码已过期\"}");
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"WRONG\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"短信验证码错误\"}");
        assertThat(VERIFY_SERVICE.released()).isEmpty();
    }

    @Test
    void registerWhenVerifyServiceAnswersAnUnknownWordThenTheCodeIsReleased() {
        VERIFY_SERVICE.answersConsume("{\"outcome\":\"MAYBE\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"查询用户信息异常\"}");
        theCodeIsGivenBack();
    }

    @Test
    void registerWhenTheCodeCannotBeLookedUpThenItIsReleased() {
        VERIFY_SERVICE.answersConsume("{\"errno\":\"4001\",\"errmsg\":\"数据库查询错误\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"查询用户信息异常\"}");
        theCodeIsGivenBack();
    }

    @Test
    void registerWhenVerifyServiceHangsThenItAnswersInTimeAndReleasesTheCode() {
        VERIFY_SERVICE.hangs(Duration.ofSeconds(20));
        long start = System.nanoTime();
        assertThat(register("\"135790\"").body()).contains("\"errno\":\"4301\"");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        theCodeIsGivenBack();
    }

    @Test
    void answerWhenVerifyServiceIsUnavailableThenThirdPartyError() {
        VERIFY_SERVICE.failsToConsume();
        assertThat(register("\"135790\"").body()).contains("\"errno\":\"4301\"");
        theCodeIsGivenBack();
    }

    @Test
    void registerWhenThePasswordIsTheOwnNumberThenRefused() {
        String number = someMobile();
        String json = "{\"mobile\":\"%s\",\"sms_code\":\"135790\",\"password\":\"%s\"}".formatted(number, number);
        assertThat(call("POST", "/api/v1.0/users", json, null).body())
                .isEqualTo("{\"errno\":\"4103\",\"errmsg\":\"密码不能是手机号\"}");
        assertThat(call("POST", "/api/v1.0/passwords", json, null).body()).contains("密码不能是手机号");
    }

    @Test
    void registerWhenTheCallerIsNotTheGatewayThenForbidden() {
        assertThat(sendUnsigned("/api/v1.0/user").statusCode()).isEqualTo(403);
        var asMediaService = io.passport.common.internalcall.Caller.service("media-service", java.time.Instant.now());
        assertThat(send("GET", "/api/v1.0/user", null, asMediaService).statusCode())
                .isEqualTo(403);
        assertThat(call("PUT", "/internal/users/1/avatar", "{\"avatar_url\":\"http://x\"}", null)
                        .statusCode())
                .isEqualTo(403);
    }

    /** With the id, number and purpose of the request that consumed it. */
    private void theCodeIsGivenBack() {
        await().untilAsserted(() -> assertThat(VERIFY_SERVICE.released())
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.path("consumption_id"))
                            .isEqualTo(VERIFY_SERVICE.consumptions().getFirst().path("consumption_id"));
                    assertThat(given.path("purpose").asString()).isEqualTo("register");
                    assertThat(given.path("mobile").asString()).isEqualTo(mobile);
                }));
    }

    private HttpResponse<String> register(String code) {
        return call(
                "POST",
                "/api/v1.0/users",
                "{\"mobile\":\"%s\",\"sms_code\":%s,\"password\":\"correct horse 9\"}".formatted(mobile, code),
                null);
    }
}
