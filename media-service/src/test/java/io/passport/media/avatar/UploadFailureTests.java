package io.passport.media.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.junit.jupiter.api.Test;
import org.springframework.web.multipart.MultipartException;

class UploadFailureTests {

    @Test
    void classifyWhenTheClientDisconnectedThenItIsAClientError() {
        assertThat(UploadFailure.isServerFault(failure(new ClientAbortException(new IOException("Connection reset")))))
                .isFalse();
    }

    @Test
    void classifyWhenTheDiskIsFullThenItIsAServerError() {
        assertThat(UploadFailure.isServerFault(failure(new IOException("No space left on device"))))
                .isTrue();
    }

    /** As Tomcat reports failures between the request and the disk. */
    private static MultipartException failure(IOException cause) {
        return new MultipartException("Failed to parse", new IOFileUploadException("Processing failed", cause));
    }
}
