package io.passport.media.avatar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.media.picture.Samples;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UploadFailureIT extends AvatarUploadSetup {

    private static final String LOGGED = "Could not write an upload to disk";

    @Test
    @EnabledOnOs(OS.LINUX)
    void uploadWhenItCannotBeWrittenToDiskThenItIsAServerError(CapturedOutput output) throws IOException {
        UploadDirectory.makeUnwritable();
        try {
            assertRejected(upload(Samples.jpeg(9, 9)), "4302", "文件读写错误");
        } finally {
            UploadDirectory.makeWritable();
        }
        assertThat(output).contains(LOGGED);
    }

    @Test
    void uploadWhenTheBodyIsNotMultipartThenItIsAClientErrorAndNotLogged(CapturedOutput output) {
        byte[] endless = MultipartBody.empty().text("other", "x").bytes();
        byte[] headers = Arrays.copyOf(endless, 40);
        String type = MultipartBody.empty().contentType();
        assertRejected(send(type, headers, USER), "4103", "请以 multipart/form-data 上传头像图片");
        assertRejected(send("multipart/form-data", "x".getBytes(UTF_8), USER), "4103", "请以 multipart/form-data 上传头像图片");
        assertThat(output).doesNotContain(LOGGED);
    }
}
