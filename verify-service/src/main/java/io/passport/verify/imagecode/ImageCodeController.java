package io.passport.verify.imagecode;

import io.passport.common.api.StorageFailureMessage;
import io.passport.common.internalcall.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Operation 1. */
@RestController
class ImageCodeController {

    /** No registered type, but the one that the API document names. */
    private static final MediaType IMAGE_JPG = new MediaType("image", "jpg");

    private final ImageLimit limit;
    private final Picture picture;
    private final ImageCodes codes;

    ImageCodeController(ImageLimit limit, Picture picture, ImageCodes codes) {
        this.limit = limit;
        this.picture = picture;
        this.codes = codes;
    }

    @Operation(
            tags = "验证码",
            summary = "生成图片验证码",
            description = "约 200×75 的图片，5 分钟内有效，比对一次即作废，不论对错。失败：4103 id 不是 UUID；4201 请求过于频繁；4001 保存图片验证码异常。")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpg", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1.0/imagecode/{id}")
    @StorageFailureMessage("保存图片验证码异常")
    ResponseEntity<byte[]> make(@PathVariable String id, Caller caller) {
        ImageCodeId code = ImageCodeId.parse(id);
        limit.count(caller.network());
        String answer = Answers.random();
        byte[] jpeg = picture.of(answer);
        codes.put(code, answer);
        return ResponseEntity.ok()
                .contentType(IMAGE_JPG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }
}
