package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.RequestBody;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.util.Map;
import java.util.UUID;

/** Failures of image codes and SMS codes. */
final class CodeFailures {

    private static final int IMAGES_A_MINUTE = 120;
    private static final int AT_ONCE = 10;
    private static final String INVALID_MOBILE = "12800000000";

    private final Fixture fixture;

    CodeFailures(LaunchedPassport passport) {
        this.fixture = new Fixture(passport);
    }

    void addTo(FailureScenarios all) {
        String image = "GET /imagecode/{image_code_id}";
        all.add(image, "4103", "图片验证码编号错误", () -> fixture.visitor().getImageCode("1"));
        all.add(image, "4201", Fixture.TOO_OFTEN, this::tooManyImages);
        addSms(all, "GET /smscode/{mobile}", this::requestByQuery);
        addSms(all, "POST /smscode/{mobile}", this::requestByBody);
        all.add(
                "GET /smscode/{mobile}",
                "4103",
                "参数重复",
                () -> fixture.visitor().get("smscode/" + INVALID_MOBILE + "?text=a&text=b&id=1"));
        all.add(
                "POST /smscode/{mobile}",
                "4103",
                "参数错误",
                () -> fixture.visitor().post("smscode/" + INVALID_MOBILE, RequestBody.calledJson("[]")));
    }

    private void addSms(FailureScenarios all, String request, SmsRequest send) {
        String id = UUID.randomUUID().toString();
        all.add(request, "4103", "参数不完整", () -> send.send(INVALID_MOBILE, "", "", "register"));
        all.add(request, "4103", "图片验证码格式错误", () -> send.send(fixture.newMobile(), "A".repeat(17), id, "register"));
        all.add(request, "4103", "图片验证码编号错误", () -> send.send(fixture.newMobile(), "ABCD", "1", "register"));
        all.add(request, "4103", "用途错误", () -> send.send(fixture.newMobile(), "ABCD", id, "admin"));
        all.add(request, "4103", "手机号格式错误", () -> send.send(INVALID_MOBILE, "ABCD", id, "register"));
        all.add(request, "4002", "图片验证码已过期", () -> send.send(fixture.newMobile(), "ABCD", id, "register"));
        all.add(request, "4004", "图片验证码错误", () -> {
            ImageCode code = fixture.visitor().imageCode().withWrongText();
            return send.send(numberWithAnSms(), code.text(), code.id(), "register");
        });
        all.add(request, "4201", Fixture.TOO_OFTEN, () -> {
            ImageCode code = fixture.visitor().imageCode();
            return send.send(numberWithAnSms(), code.text(), code.id(), "register")
                    .hasRetryAfterUpTo(60);
        });
    }

    private ApiResponse requestByQuery(String mobile, String text, String id, String purpose) {
        return fixture.visitor().get("smscode/%s?text=%s&id=%s&purpose=%s".formatted(mobile, text, id, purpose));
    }

    private ApiResponse requestByBody(String mobile, String text, String id, String purpose) {
        return fixture.visitor().post("smscode/" + mobile, Map.of("text", text, "id", id, "purpose", purpose));
    }

    private ApiResponse tooManyImages() {
        Visitor visitor = fixture.visitor();
        for (int i = 0; i < IMAGES_A_MINUTE; i += AT_ONCE) {
            Simultaneously.call(
                    AT_ONCE,
                    j -> visitor.getImageCode(UUID.randomUUID().toString()).hasStatus(200));
        }
        return visitor.getImageCode(UUID.randomUUID().toString()).hasRetryAfterUpTo(60);
    }

    private String numberWithAnSms() {
        String mobile = fixture.newMobile();
        fixture.visitor().smsCodeFor(mobile);
        return mobile;
    }

    private interface SmsRequest {
        ApiResponse send(String mobile, String text, String id, String purpose);
    }
}
