package io.passport.media.avatar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.media.picture.Samples;
import java.io.IOException;
import java.util.Arrays;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.multipart.MultipartException;

/** Uploads wait in a folder in which nobody, not even root, can make a file. */
@EnabledOnOs(OS.LINUX)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "spring.servlet.multipart.location=/proc")
class UploadFailureTests extends UploadTest {

    private static final String LOGGED = "Could not keep an upload on disk";

    @Test
    void saysThatFilesFailWhenTheUploadCannotBeWritten(CapturedOutput output) {
        assertRefused(upload(Samples.jpeg(9, 9)), "4302", "文件读写错误");
        assertThat(output).contains(LOGGED);
    }

    @Test
    void blamesTheClientQuietlyWhenTheBodyIsNoMultipart(CapturedOutput output) {
        byte[] endless = MultipartBody.empty().text("other", "x").bytes();
        byte[] headers = Arrays.copyOf(endless, 40);
        String type = MultipartBody.empty().contentType();
        assertRefused(send(type, headers, USER), "4103", "请以 multipart/form-data 上传头像图片");
        assertRefused(send("multipart/form-data", "x".getBytes(UTF_8), USER), "4103", "请以 multipart/form-data 上传头像图片");
        assertThat(output).doesNotContain(LOGGED);
    }

    @Test
    void tellsAClientThatWentAwayFromADiskThatIsFull() {
        assertThat(UploadFailure.isServerFault(failure(new ClientAbortException(new IOException("Connection reset")))))
                .isFalse();
        assertThat(UploadFailure.isServerFault(failure(new IOException("No space left on device"))))
                .isTrue();
    }

    /** As Tomcat reports what went wrong between request and disk. */
    private static MultipartException failure(IOException cause) {
        return new MultipartException("Failed to parse", new IOFileUploadException("Processing failed", cause));
    }
}
