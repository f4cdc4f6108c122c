package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.openapi.Failure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST} and {@code DELETE /api/v1.0/user/avatar}. The exception handlers are for uploads that cannot be read, here only. */
@RestController
class AvatarController {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarController.class);

    private final AvatarChange change;
    private final AvatarRemoval removal;

    AvatarController(AvatarChange change, AvatarRemoval removal) {
        this.change = change;
        this.removal = removal;
    }

    /** The user is the first parameter: without a session the request is rejected before its upload is parsed. */
    @Operation(
            operationId = "uploadAvatar",
            tags = "资料",
            summary = "上传用户头像",
            description = "不超过 5 MB 的图片，缩小到 512×512 以内。",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(type = "object", requiredProperties = "avatar"),
                                            schemaProperties =
                                                    @SchemaProperty(
                                                            name = "avatar",
                                                            schema =
                                                                    @Schema(
                                                                            type = "string",
                                                                            format = "binary",
                                                                            description =
                                                                                    "JPEG、PNG、GIF、WebP 或 BMP 图片")))))
    @Failure(value = ErrorCode.PARAMERR, errmsg = "上传内容过大，图片不能超过 5 MB")
    @Failure(ErrorCode.IOERR)
    @Failure(value = ErrorCode.PARAMERR, errmsg = "请以 multipart/form-data 上传头像图片")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "请选择头像图片")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "一次只能上传一张头像图片")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "头像图片是空文件")
    @Failure(value = ErrorCode.REQERR, errmsg = "服务繁忙，请稍后再试")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "暂不支持 {format} 格式，请转换为 JPEG 后上传")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片尺寸过大，每边不能超过 {max_side} 像素")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片尺寸过大，不能超过 {max_pixels} 万像素")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片过于复杂，处理超时")
    @Failure(value = ErrorCode.PARAMERR, errmsg = "图片已损坏，无法读取")
    @Failure(value = ErrorCode.THIRDERR, errmsg = "七牛云上传失败")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.DBERR, errmsg = "保存用户头像失败")
    @ApiResponse(responseCode = "200", description = "头像上传成功", useReturnTypeSchema = true)
    @PostMapping("/api/v1.0/user/avatar")
    Envelope<AvatarUrl> change(
            SignedInUser user,
            @Parameter(hidden = true) @RequestPart(name = "avatar", required = false) @Nullable
                    List<MultipartFile> files) {
        return Envelope.okWithText("头像上传成功", change.change(user.id(), singleFile(files)));
    }

    @Operation(operationId = "deleteAvatar", tags = "资料", summary = "删除用户头像", description = "没有头像时也成功。")
    @Failure(value = ErrorCode.NODATA, errmsg = "无效操作")
    @Failure(value = ErrorCode.DBERR, errmsg = "保存用户头像失败")
    @DeleteMapping("/api/v1.0/user/avatar")
    Envelope<@Nullable Void> remove(SignedInUser user) {
        removal.remove(user.id());
        return Envelope.ok();
    }

    @ExceptionHandler
    Envelope<@Nullable Void> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return Envelope.of(ErrorCode.PARAMERR, "上传内容过大，图片不能超过 5 MB");
    }

    @ExceptionHandler
    Envelope<@Nullable Void> unreadable(MultipartException failure) {
        if (UploadFailure.isServerFault(failure)) {
            LOG.error("Could not write an upload to disk", failure);
            return Envelope.of(ErrorCode.IOERR);
        }
        LOG.debug("Could not read an upload", failure);
        return Envelope.of(ErrorCode.PARAMERR, "请以 multipart/form-data 上传头像图片");
    }

    private static MultipartFile singleFile(@Nullable List<MultipartFile> files) {
        if (files == null || files.isEmpty()) {
            throw ApiException.badParameter("请选择头像图片");
        }
        if (files.size() > 1) {
            throw ApiException.badParameter("一次只能上传一张头像图片");
        }
        if (files.getFirst().isEmpty()) {
            throw ApiException.badParameter("头像图片是空文件");
        }
        return files.getFirst();
    }
}
