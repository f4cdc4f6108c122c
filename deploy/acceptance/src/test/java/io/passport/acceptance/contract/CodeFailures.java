package io.passport.acceptance.contract;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Failures of image codes and SMS codes. */
final class CodeFailures {

    private static final int IMAGES_A_MINUTE = 120;
    private static final String INVALID_MOBILE = "12800000000";

    private final LaunchedPassport passport;

    CodeFailures(LaunchedPassport passport) {
        this.passport = passport;
    }

    void addTo(FailureScenarios all) {
        String image = "GET /imagecode/{image_code_id}";
        all.add(image, "4103", "图片验证码编号错误", () -> visitor().getImageCode("1"));
        all.add(image, "4201", "…", this::tooManyImages);
        addSms(all, "GET /smscode/{mobile}", this::requestByQuery);
        addSms(all, "POST /smscode/{mobile}", this::requestByBody);
        all.add(
                "POST /smscode/{mobile}",
                "4103",
                "…",
                () -> visitor()
                        .post("smscode/" + newMobile(), Map.of("text", "ABCD", "id", unknownId(), "purpose", "admin")));
    }

    private void addSms(FailureScenarios all, String request, BiFunction<String, ImageCode, ApiResponse> send) {
        all.add(request, "4103", "参数不完整", () -> send.apply(INVALID_MOBILE, new ImageCode("", "")));
        all.add(request, "4103", "手机号格式错误", () -> send.apply(INVALID_MOBILE, new ImageCode(unknownId(), "ABCD")));
        all.add(request, "4002", "图片验证码已过期", () -> send.apply(newMobile(), new ImageCode(unknownId(), "ABCD")));
        all.add(request, "4004", "图片验证码错误", () -> {
            String mobile = newMobile();
            visitor().smsCodeFor(mobile);
            return send.apply(mobile, visitor().imageCode().withWrongText());
        });
        all.add(request, "4201", "…", () -> {
            String mobile = newMobile();
            visitor().smsCodeFor(mobile);
            return send.apply(mobile, visitor().imageCode()).hasRetryAfterUpTo(60);
        });
    }

    private ApiResponse requestByQuery(String mobile, ImageCode code) {
        return visitor().requestSmsCode(mobile, code);
    }

    private ApiResponse requestByBody(String mobile, ImageCode code) {
        return visitor().post("smscode/" + mobile, Map.of("text", code.text(), "id", code.id()));
    }

    private ApiResponse tooManyImages() {
        Visitor visitor = visitor();
        IntStream.range(0, IMAGES_A_MINUTE)
                .forEach(i -> visitor.getImageCode(unknownId()).hasStatus(200));
        return visitor.getImageCode(unknownId()).hasRetryAfterUpTo(60);
    }

    private Visitor visitor() {
        return Visitor.of(passport);
    }

    private String newMobile() {
        return passport.secrets().newMobile();
    }

    private static String unknownId() {
        return UUID.randomUUID().toString();
    }
}
