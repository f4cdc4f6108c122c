package io.passport.verify.smscode;

import io.passport.common.api.Envelope;
import io.passport.common.internalcall.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations 2 and 12. */
@RestController
@RequestMapping("/api/v1.0/smscode/{mobile}")
class SmsCodeController {

    private final SendingSmsCode sending;

    SmsCodeController(SendingSmsCode sending) {
        this.sending = sending;
    }

    @Operation(
            tags = "验证码",
            summary = "发送短信验证码",
            description =
                    "图片验证码正确才发送；同一号码 60 秒一次，短信验证码 6 位，5 分钟内有效。失败：4103 参数不完整或手机号格式错误；4002 图片验证码已过期；4004 图片验证码错误；4201 过于频繁，data.retry_after 秒后再试；4301 发送失败；4001。")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            required = true,
            description = "图片验证码的内容，不区分大小写")
    @Parameter(
            name = "id",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            required = true,
            description = "图片验证码的编号")
    @Parameter(
            name = "purpose",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "register（默认）、login、reset、mobile")
    @GetMapping
    Envelope<@Nullable Void> send(
            @PathVariable String mobile,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        return send(SmsCodeQuery.of(query).requestFor(mobile), caller);
    }

    @Operation(tags = "验证码", summary = "发送短信验证码（验证码不出现在 URL 中）", description = "同上，purpose 默认为 register。")
    @PostMapping
    Envelope<@Nullable Void> send(@PathVariable String mobile, @RequestBody Body body, Caller caller) {
        return send(SmsCodeRequest.of(mobile, body.text, body.id, body.purpose), caller);
    }

    private Envelope<@Nullable Void> send(SmsCodeRequest request, Caller caller) {
        sending.send(request, caller.address());
        return Envelope.saying("发送成功");
    }

    /** Prints nothing of what it holds. */
    record Body(
            @Nullable String text,
            @Nullable String id,
            @Nullable String purpose) {

        @Override
        public String toString() {
            return "Body[]";
        }
    }
}
