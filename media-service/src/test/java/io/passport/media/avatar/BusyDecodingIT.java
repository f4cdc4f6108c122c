package io.passport.media.avatar;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.media.picture.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BusyDecodingIT extends AvatarUploadSetup {

    @Autowired
    private BulkheadRegistry bulkheads;

    @Test
    void uploadWhenTooManyPicturesAreBeingDecodedThenItIsRejected() {
        var decoding = bulkheads.bulkhead("picture-decoding");
        BulkheadConfig before = decoding.getBulkheadConfig();
        decoding.changeConfig(
                BulkheadConfig.from(before).maxWaitDuration(Duration.ZERO).build());
        int acquired = 0;
        try {
            while (decoding.tryAcquirePermission()) {
                acquired++;
            }
            assertRejected(upload(Samples.jpeg(9, 9)), "4201", "服务繁忙，请稍后再试");
        } finally {
            for (; acquired > 0; acquired--) {
                decoding.releasePermission();
            }
            decoding.changeConfig(before);
        }
        assertSaved(upload(Samples.jpeg(9, 9)));
    }
}
