package io.passport.media.avatar;

import io.passport.media.picture.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "passport.qiniu.secret-key=local-only-another-secret-key")
class WrongKeyTests extends UploadTest {

    @Test
    void refusesWhenQiniuDoesNotAcceptOurSignature() {
        assertRefused(upload(Samples.jpeg(9, 9)), "4301", "七牛云上传失败");
    }
}
