package io.passport.verify.imagecode;

import io.passport.common.warmup.SignedGet;
import io.passport.common.warmup.WarmUpTask;
import java.io.IOException;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Warms up {@code GET /imagecode/{image_code_id}}: a request with an invalid id, which stores nothing, and a picture. */
@Component
class ImageCodeWarmUp implements WarmUpTask {

    private final SignedGet get;
    private final CaptchaRenderer renderer;

    ImageCodeWarmUp(SignedGet get, CaptchaRenderer renderer) {
        this.get = get;
        this.renderer = renderer;
    }

    @Override
    public void run(URI server) throws IOException {
        get.send(server, "/api/v1.0/imagecode/warm-up");
        renderer.render(CaptchaText.random());
    }
}
