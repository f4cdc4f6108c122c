package io.passport.user.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Accounts;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

class RegistrationTests extends IntegrationTest {

    private static final String TAKE = "/internal/sms-codes/take";
    private static final String GIVE_BACK = "/internal/sms-codes/give-back";
    private static final WireMockServer VERIFY_SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    /** A database cannot be made to fail in one statement only; everything else here is real. */
    @MockitoSpyBean
    private Accounts accounts;

    private final String mobile = someMobile();

    @DynamicPropertySource
    static void verifyService(DynamicPropertyRegistry properties) {
        VERIFY_SERVICE.start();
        properties.add("spring.cloud.discovery.client.simple.instances.verify-service[0].uri", VERIFY_SERVICE::baseUrl);
    }

    @BeforeEach
    void giveBackWorks() {
        VERIFY_SERVICE.resetAll();
        VERIFY_SERVICE.stubFor(post(GIVE_BACK).willReturn(aResponse().withStatus(200)));
    }

    @Test
    void registersAndSignsInWhenTheCodeIsRight() {
        answerTake("{\"outcome\":\"TAKEN\",\"ticket\":\"t1\"}");
        HttpResponse<String> answer = register("\"135790\"");
        assertThat(answer.body()).contains("\"errno\":\"0\"", "\"mobile\":\"" + mobile + "\"", "\"avatar_url\":\"\"");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .startsWith("session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        VERIFY_SERVICE.verify(postRequestedFor(urlEqualTo(TAKE))
                .withRequestBody(
                        equalToJson("{\"purpose\":\"register\",\"mobile\":\"" + mobile + "\",\"code\":\"135790\"}")));
        VERIFY_SERVICE.verify(0, postRequestedFor(urlEqualTo(GIVE_BACK)));
    }

    @Test
    void takesACodeThatIsANumberOfSixDigits() {
        answerTake("{\"outcome\":\"TAKEN\",\"ticket\":\"t1\"}");
        assertThat(register("135790").body()).contains("\"errno\":\"0\"");
        assertThat(register("13579").body()).contains("\"errno\":\"4103\"");
    }

    @Test
    void refusesTheSecondAndKeepsTheCodeWhenTheNumberHasAnAccount() {
        answerTake("{\"outcome\":\"TAKEN\",\"ticket\":\"t1\"}");
        register("\"135790\"");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4003\",\"errmsg\":\"手机号已注册\"}");
        VERIFY_SERVICE.verify(0, postRequestedFor(urlEqualTo(GIVE_BACK)));
    }

    @Test
    void givesTheCodeBackWhenTheAccountCouldNotBeMade() {
        answerTake("{\"outcome\":\"TAKEN\",\"ticket\":\"t1\"}");
        doThrow(new QueryTimeoutException("frozen")).when(accounts).create(any(), anyString());
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4001\",\"errmsg\":\"查询用户信息异常\"}");
        VERIFY_SERVICE.verify(postRequestedFor(urlEqualTo(GIVE_BACK))
                .withRequestBody(
                        equalToJson("{\"purpose\":\"register\",\"mobile\":\"" + mobile + "\",\"ticket\":\"t1\"}")));
    }

    @Test
    void saysWhatTheCodeWasWhenItWasNotTaken() {
        answerTake("{\"outcome\":\"EXPIRED\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4002\",\"errmsg\":\"短信验证码已过期\"}");
        answerTake("{\"outcome\":\"WRONG\"}");
        assertThat(register("\"135790\"").body()).isEqualTo("{\"errno\":\"4004\",\"errmsg\":\"短信验证码错误\"}");
        answerTake("{\"errno\":\"4001\",\"errmsg\":\"数据库查询错误\"}");
        assertThat(register("\"135790\"").body()).contains("\"errno\":\"4001\"");
    }

    @Test
    void reportsAnOutageAsAnOutage() {
        VERIFY_SERVICE.stubFor(post(TAKE).willReturn(aResponse().withStatus(500)));
        assertThat(register("\"135790\"").body()).contains("\"errno\":\"4301\"");
    }

    @Test
    void refusesWhoIsNotTheGateway() {
        assertThat(sendUnsigned("/api/v1.0/user").statusCode()).isEqualTo(403);
        var asMediaService = io.passport.common.trust.Caller.service("media-service", java.time.Instant.now());
        assertThat(send("GET", "/api/v1.0/user", null, asMediaService).statusCode())
                .isEqualTo(403);
        assertThat(call("PUT", "/internal/users/1/avatar", "{\"avatar_url\":\"http://x\"}", null)
                        .statusCode())
                .isEqualTo(403);
    }

    private void answerTake(String json) {
        VERIFY_SERVICE.stubFor(post(TAKE).willReturn(okJson(json)));
    }

    private HttpResponse<String> register(String code) {
        return call(
                "POST",
                "/api/v1.0/users",
                "{\"mobile\":\"%s\",\"sms_code\":%s,\"password\":\"correct horse 9\"}".formatted(mobile, code),
                null);
    }
}
