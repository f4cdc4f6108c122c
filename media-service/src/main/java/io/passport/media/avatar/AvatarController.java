package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.passport.common.internalcall.SignedInUser;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** Operation 6 of the API document. */
@RestController
class AvatarController {

    private static final Logger LOG = LoggerFactory.getLogger(AvatarController.class);

    private final AvatarChange change;

    AvatarController(AvatarChange change) {
        this.change = change;
    }

    /** The user comes first: the upload of somebody who is not signed in is not even parsed. */
    @Operation(
            tags = "资料",
            summary = "上传用户头像",
            description = "不超过 5 MB 的图片，缩小到 512×512 以内。失败：4101；4103 没有文件、不是图片或过大；4301 七牛云上传失败；4302 文件无法保存；4001。")
    @PostMapping("/api/v1.0/user/avatar")
    Envelope<AvatarAddress> change(
            SignedInUser user, @RequestPart(name = "avatar", required = false) @Nullable List<MultipartFile> files) {
        return Envelope.saying("头像上传成功", change.of(user.id(), only(files)));
    }

    @ExceptionHandler
    Envelope<@Nullable Void> tooLarge(MaxUploadSizeExceededException tooLarge) {
        return Envelope.of(ErrorCode.PARAMERR, "上传内容过大，图片不能超过 5 MB");
    }

    @ExceptionHandler
    Envelope<@Nullable Void> unreadable(MultipartException unreadable) {
        if (UploadFailure.isServerFault(unreadable)) {
            LOG.error("Could not keep an upload on disk", unreadable);
            return Envelope.of(ErrorCode.IOERR);
        }
        LOG.debug("Could not read an upload", unreadable);
        return Envelope.of(ErrorCode.PARAMERR, "请以 multipart/form-data 上传头像图片");
    }

    private static MultipartFile only(@Nullable List<MultipartFile> files) {
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
