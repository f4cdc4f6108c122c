package io.passport.verify.smscode;

import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.Caller;
import io.passport.common.openapi.Failure;
import io.passport.common.pii.Mobile;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET} and {@code POST /smscode/{mobile}}, called by the gateway. When Redis fails the answer is {@code 4001}. */
@RestController
@RequestMapping("/api/v1.0/smscode/{mobile}")
class SmsCodeController {

    private final SmsCodeSender sender;

    SmsCodeController(SmsCodeSender sender) {
        this.sender = sender;
    }

    @Operation(
            operationId = "sendSmsCodeByQuery",
            tags = "验证码",
            summary = "发送短信验证码",
            description = "图片验证码正确才发送；同一号码 60 秒一次，短信验证码 6 位，5 分钟内有效。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数重复")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片验证码格式错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片验证码编号错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "用途错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "手机号格式错误")
    @Failure(value = ErrorCode.NODATA, errmsg = "图片验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "图片验证码错误")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.THIRDERR, errmsg = "发送失败")
    @Failure(ErrorCode.DBERR)
    @ApiResponse(responseCode = "200", description = "发送成功", useReturnTypeSchema = true)
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            required = true,
            description = "图片验证码的内容，不区分大小写",
            schema = @Schema(type = "string", maxLength = 16),
            example = "aB3d")
    @Parameter(
            name = "id",
            in = ParameterIn.QUERY,
            required = true,
            description = "图片验证码的编号",
            schema = @Schema(type = "string", format = "uuid"),
            example = "0b7e0bd2-7f4b-4a5c-9d8e-2f1c3a4b5d6e")
    @Parameter(
            name = "purpose",
            in = ParameterIn.QUERY,
            description = "用途：短信验证码只能用于一处",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"register", "login", "reset", "mobile"},
                            defaultValue = "register"))
    @ApiResponse(responseCode = "403", ref = "#/components/responses/Status403")
    @GetMapping
    Envelope<@Nullable Void> send(
            @Schema(implementation = Mobile.class) @PathVariable String mobile,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Caller caller) {
        return send(SmsCodeQuery.of(query).requestFor(mobile), caller);
    }

    /** Spring would answer HEAD by the GET, which sends an SMS. The answer is 405. */
    @Hidden
    @RequestMapping(method = RequestMethod.HEAD)
    void head() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET", "POST"));
    }

    @Operation(
            operationId = "sendSmsCode",
            tags = "验证码",
            summary = "发送短信验证码（验证码不出现在 URL 中）",
            description = "同 GET，参数在请求体中。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "参数不完整")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片验证码格式错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片验证码编号错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "用途错误")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "手机号格式错误")
    @Failure(value = ErrorCode.NODATA, errmsg = "图片验证码已过期")
    @Failure(value = ErrorCode.DATAERR, errmsg = "图片验证码错误")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @Failure(value = ErrorCode.THIRDERR, errmsg = "发送失败")
    @Failure(ErrorCode.DBERR)
    @ApiResponse(responseCode = "200", description = "发送成功", useReturnTypeSchema = true)
    @PostMapping
    Envelope<@Nullable Void> send(
            @Schema(implementation = Mobile.class) @PathVariable String mobile,
            @RequestBody SendSmsCodeRequest body,
            Caller caller) {
        return send(SmsCodeRequest.of(mobile, body.text, body.id, body.purpose), caller);
    }

    private Envelope<@Nullable Void> send(SmsCodeRequest request, Caller caller) {
        sender.send(request, caller.address());
        return Envelope.okWithText("发送成功");
    }

    /** The JSON of the POST. {@code toString} omits all parts. */
    record SendSmsCodeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 16, example = "aB3d") @Nullable
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String id,

            @Schema(
                    allowableValues = {"register", "login", "reset", "mobile"},
                    defaultValue = "register")
            @Nullable
            String purpose) {

        @Override
        public String toString() {
            return "SendSmsCodeRequest[]";
        }
    }
}
