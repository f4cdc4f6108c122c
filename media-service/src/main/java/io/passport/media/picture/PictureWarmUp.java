package io.passport.media.picture;

import io.passport.common.warmup.WarmUpTask;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.springframework.core.io.ByteArrayResource;

/** Warms up decoding, scaling and encoding with a small JPEG. Nothing is stored. */
final class PictureWarmUp implements WarmUpTask {

    private static final int SIDE = 640;

    private final PictureSanitizer sanitizer;
    private final ByteArrayResource picture = new ByteArrayResource(jpeg());

    PictureWarmUp(PictureSanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    @Override
    public void run(URI server) {
        sanitizer.sanitize(picture);
    }

    private static byte[] jpeg() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
