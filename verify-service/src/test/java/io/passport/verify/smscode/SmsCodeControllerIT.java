package io.passport.verify.smscode;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.internalcall.SignedCalls;
import io.passport.testing.internalcall.TestResponse;
import io.passport.verify.RunningService;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsCodeControllerIT extends RunningService {

    private static final String MOBILE = "13800000001";
    private static final String PATH = "/api/v1.0/smscode/" + MOBILE;
    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";

    private SignedCalls gateway;
    private SmsCodeClient page;

    @BeforeEach
    void openAPage() {
        gateway = gatewayFor("203.0.113.1");
        page = new SmsCodeClient(gateway);
    }

    @Test
    void sendWhenTheImageCodeIsRightThenSendsACode() {
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 0 发送成功");

        PROVIDER.verify(1, postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.to", equalTo(MOBILE))));
        assertThat(SmsCodeClient.lastCode(PROVIDER)).matches("[0-9]{6}");
        assertThat(redis().hasKey("smscode:register:{" + MOBILE + "}")).isTrue();
    }

    @Test
    void sendWhenCaseAndSpaceDifferThenTheImageCodeIsRight() {
        SmsCodeClient.Shown shown = page.picture();
        String typed = "%20" + shown.text().toLowerCase(Locale.ROOT) + "+";
        assertThat(gateway.get(PATH + "?text=" + typed + "&id=" + shown.id()).line())
                .isEqualTo("200 0 发送成功");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?text=%s,id=%s",
                "?text=%s%%2Cid=%s",
                "?text=%s%%2Cid%%3D%s",
                "?text=%s,id=%s,purpose=login",
                "?text=%s,id=%s&purpose=reset"
            })
    void sendWhenTheQueryHasCommasThenReadsIt(String form) {
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.get(PATH + form.formatted(shown.text(), shown.id())).line())
                .isEqualTo("200 0 发送成功");
        String purpose = form.contains("login") ? "login" : form.contains("reset") ? "reset" : "register";
        assertThat(redis().hasKey("smscode:" + purpose + ":{" + MOBILE + "}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?text=ABCD",
                "?id=" + ID,
                "?text=&id=" + ID,
                "?text=%20&id=" + ID,
                "?text=ABCD&id=",
                "?text=,id=" + ID,
                "?text=ABCD,id="
            })
    void sendWhenAPartIsMissingThenAnswers4103(String query) {
        assertThat(gateway.get(PATH + query).line()).isEqualTo("200 4103 参数不完整");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?text=ABCD&id=x",
                "?text=ABCD,id=x",
                "?text=ABCD&text=EFGH&id=" + ID,
                "?text=ABCD&id=" + ID + "&id=" + ID,
                "?text=ABCD&id=" + ID + "&purpose=",
                "?text=ABCD&id=" + ID + "&purpose=REGISTER",
                "?text=ABCD&id=" + ID + "&purpose=x",
                "?text=ABCD&id=" + ID + "&purpose=login&purpose=login",
                "?text=ABCDEFGHIJKLMNOPQ&id=" + ID,
                "?text=%FF%FE&id=x"
            })
    void sendWhenAPartIsMalformedThenAnswers4103(String query) {
        assertThat(gateway.get(PATH + query).line()).startsWith("200 4103 ");
    }

    @Test
    void sendWhenTheQueryCannotBeDecodedThenRefuses() {
        assertThat(gateway.raw(PATH + "?")).startsWith("HTTP/1.1 200").contains("\"errno\":\"4103\"");
        assertThat(gateway.raw(PATH + "?text=%zz&id=" + ID))
                .startsWith("HTTP/1.1 200")
                .contains("\"errno\":\"4103\"");
    }

    @Test
    void sendWhenTheQueryIsTooLongThenRefuses() {
        assertThat(gateway.get(PATH + "?text=" + "A".repeat(5000) + "&id=" + ID).line())
                .startsWith("200 4103 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1380000000", "138000000011", "23800000001", "12800000001", "1380000000a", "%20", "%E4%BD%A0"})
    void sendWhenTheMobileIsInvalidThenTheImageCodeIsNotConsumed(String mobile) {
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.get("/api/v1.0/smscode/" + mobile + "?text=" + shown.text() + "&id=" + shown.id())
                        .line())
                .isEqualTo("200 4103 手机号格式错误");
        assertThat(redis().hasKey("imagecode:" + shown.id())).isTrue();
    }

    @Test
    void sendWhenParametersAndMobileAreInvalidThenNamesTheParameters() {
        assertThat(gateway.get("/api/v1.0/smscode/1?text=ABCD").line()).isEqualTo("200 4103 参数不完整");
    }

    @Test
    void sendWhenTheImageCodeDoesNotExistThenAnswers4002() {
        assertThat(gateway.get(PATH + "?text=ABCD&id=" + UUID.randomUUID()).line())
                .isEqualTo("200 4002 图片验证码已过期");
    }

    @Test
    void sendWhenTheImageCodeIsWrongThenItIsConsumed() {
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.get(PATH + "?text=0000&id=" + shown.id()).line()).isEqualTo("200 4004 图片验证码错误");
        assertThat(gateway.get(PATH + "?text=" + shown.text() + "&id=" + shown.id())
                        .line())
                .isEqualTo("200 4002 图片验证码已过期");
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenTheImageCodeIsRightThenItIsConsumed() {
        SmsCodeClient.Shown shown = page.picture();
        gateway.get(PATH + "?text=" + shown.text() + "&id=" + shown.id());
        assertThat(gateway.get("/api/v1.0/smscode/13800000002?text=" + shown.text() + "&id=" + shown.id())
                        .line())
                .isEqualTo("200 4002 图片验证码已过期");
    }

    @Test
    void sendWhenRepeatedWithinAMinuteThenAnswers4201() {
        page.askFor(MOBILE);
        TestResponse refused = page.askFor(MOBILE);
        assertThat(refused.line()).startsWith("200 4201 ");
        int wait = refused.json().at("/data/retry_after").asInt();
        assertThat(wait).isBetween(50, 60);
        assertThat(refused.json().path("errmsg").asString()).contains(Integer.toString(wait));
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenAnAddressExceedsItsLimitThenAnswers4201() {
        for (int i = 0; i < 20; i++) {
            assertThat(page.askFor("139000000%02d".formatted(i)).line()).isEqualTo("200 0 发送成功");
        }
        assertThat(page.askFor("13900000020").line()).startsWith("200 4201 ");
        assertThat(new SmsCodeClient(gatewayFor("203.0.113.2"))
                        .askFor("13900000020")
                        .line())
                .isEqualTo("200 0 发送成功");
    }

    @Test
    void sendWhenAnIpv6SubnetExceedsItsLimitThenAnswers4201() {
        for (int i = 0; i < 20; i++) {
            SmsCodeClient next = new SmsCodeClient(gatewayFor("2001:db8:0:7::%x".formatted(i + 1)));
            assertThat(next.askFor("139000000%02d".formatted(i)).line()).isEqualTo("200 0 发送成功");
        }
        assertThat(new SmsCodeClient(gatewayFor("2001:db8:0:7:1:2:3:4"))
                        .askFor("13900000020")
                        .line())
                .startsWith("200 4201 ");
        assertThat(new SmsCodeClient(gatewayFor("2001:db8:0:8::1"))
                        .askFor("13900000020")
                        .line())
                .isEqualTo("200 0 发送成功");
    }

    @Test
    void sendWhenFortyUseOneImageCodeThenSendsOneMessage() throws Exception {
        SmsCodeClient.Shown shown = page.picture();
        var answers = Simultaneously.call(
                40,
                i -> gatewayFor("203.0.113." + i)
                        .get("/api/v1.0/smscode/139000000%02d?text=%s&id=%s".formatted(i, shown.text(), shown.id())));
        assertThat(answers)
                .filteredOn(answer -> answer.line().equals("200 0 发送成功"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.line().equals("200 4002 图片验证码已过期"))
                .hasSize(39);
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenFortyAskForOneNumberThenSendsOneMessage() throws Exception {
        var shown = Simultaneously.call(40, i -> new SmsCodeClient(gatewayFor("203.0.113." + i)).picture());
        var answers = Simultaneously.call(
                40,
                i -> gatewayFor("203.0.113." + i)
                        .get(PATH + "?text=" + shown.get(i).text() + "&id="
                                + shown.get(i).id()));
        assertThat(answers)
                .filteredOn(answer -> answer.line().equals("200 0 发送成功"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.line().startsWith("200 4201 "))
                .hasSize(39);
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void sendWhenTheVendorRejectsThenAnswers4301() {
        PROVIDER.stubFor(providerCall().willReturn(okJson("{\"statusCode\":\"160032\",\"statusMsg\":\"x\"}")));
        assertThat(page.askFor(MOBILE).line()).isEqualTo("200 4301 发送失败");
    }

    @Test
    void postWhenTheBodyIsValidThenSends() {
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.post(PATH, body(shown.text(), shown.id().toString(), "mobile"))
                        .line())
                .isEqualTo("200 0 发送成功");
        assertThat(redis().hasKey("smscode:mobile:{" + MOBILE + "}")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "{",
                "{}",
                "{\"text\":1234,\"id\":\"" + ID + "\"}",
                "{\"text\":{},\"id\":\"" + ID + "\"}",
                "{\"text\":\"ABCD\",\"id\":true}",
                "{\"text\":\"ABCD\",\"text\":\"ABCD\",\"id\":\"" + ID + "\"}",
                "{\"text\":\"ABCD\",\"id\":\"" + ID + "\",\"purpose\":\"x\"}",
                "{\"text\":\"ABCD\",\"id\":\"" + ID + "\",\"purpose\":[\"login\"]}"
            })
    void consumeWhenTheBodyIsInvalidThenAnswers4103(String body) {
        assertThat(gateway.post(PATH, body).line()).startsWith("200 4103 ");
    }

    @Test
    void postWhenTheBodyIsDeeplyNestedThenRefuses() {
        assertThat(gateway.post(PATH, "[".repeat(400) + "]".repeat(400)).line()).startsWith("200 4103 ");
        assertThat(gateway.post(PATH, "{\"text\":".repeat(2000) + "1" + "}".repeat(2000))
                        .line())
                .startsWith("200 4103 ");
    }

    @Test
    void sendWhenTheMethodIsHeadThenNoSmsIsSent() {
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.send("HEAD", PATH + "?text=" + shown.text() + "&id=" + shown.id(), null)
                        .status())
                .isEqualTo(405);
        assertThat(redis().hasKey("imagecode:" + shown.id())).isTrue();
    }

    @Test
    void postWhenInvalidThenAnswersAsForTheQuery() {
        assertThat(gateway.post("/api/v1.0/smscode/1", body("ABCD", ID, "login"))
                        .line())
                .isEqualTo("200 4103 手机号格式错误");
        assertThat(gateway.post(PATH, body("ABCD", ID, "login")).line()).isEqualTo("200 4002 图片验证码已过期");
        SmsCodeClient.Shown shown = page.picture();
        assertThat(gateway.post(PATH, body("0000", shown.id().toString(), "login"))
                        .line())
                .isEqualTo("200 4004 图片验证码错误");
    }

    @Test
    void sendWhenTheCallerIsNotTheGatewayThenForbidden() {
        assertThat(gateway.unsigned(PATH + "?text=ABCD&id=" + ID).status()).isEqualTo(403);
        assertThat(service("user-service").get(PATH + "?text=ABCD&id=" + ID).status())
                .isEqualTo(403);
    }

    private static String body(String text, String id, String purpose) {
        return "{\"text\":\"%s\",\"id\":\"%s\",\"purpose\":\"%s\"}".formatted(text, id, purpose);
    }
}
