package io.passport.verify.imagecode;

import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
import io.passport.common.internalcall.Caller;
import io.passport.common.openapi.Failure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /imagecode/{image_code_id}}, called by the gateway. A second picture for the same id replaces the first. When
 * Redis fails, the answer is {@code 4001} with the text of {@link StorageFailureMessage}.
 */
@RestController
class ImageCodeController {

    /** The registered type is image/jpeg, but clients of the API expect image/jpg. */
    private static final MediaType IMAGE_JPG = new MediaType("image", "jpg");

    private final ImageLimit limit;
    private final CaptchaRenderer renderer;
    private final ImageCodes codes;

    ImageCodeController(ImageLimit limit, CaptchaRenderer renderer, ImageCodes codes) {
        this.limit = limit;
        this.renderer = renderer;
        this.codes = codes;
    }

    @Operation(
            operationId = "getImageCode",
            tags = "验证码",
            summary = "生成图片验证码",
            description = "约 200×75 的图片，5 分钟内有效，比对一次即作废，不论对错。")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片验证码编号错误")
    @Failure(value = ErrorCode.REQERR, errmsg = Failure.RETRY_LATER)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpg", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1.0/imagecode/{image_code_id}")
    @StorageFailureMessage("保存图片验证码异常")
    ResponseEntity<byte[]> make(
            @Parameter(description = "页面生成的 UUID", example = "0b7e0bd2-7f4b-4a5c-9d8e-2f1c3a4b5d6e")
                    @Schema(format = "uuid")
                    @PathVariable("image_code_id")
                    String id,
            Caller caller) {
        ImageCodeId code = ImageCodeId.parse(id);
        limit.countOrReject(caller.network());
        String text = CaptchaText.random();
        byte[] jpeg = renderer.render(text);
        codes.put(code, text);
        return ResponseEntity.ok()
                .contentType(IMAGE_JPG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }
}
