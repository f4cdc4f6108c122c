package io.passport.media.picture;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;

/**
 * Draws an uploaded picture anew: upright, at most 512 × 512 unless set otherwise, on white, as JPEG. Nothing of the
 * upload survives but what can be seen.
 */
public final class PictureSanitizer {

    private static final Logger LOG = LoggerFactory.getLogger(PictureSanitizer.class);

    private final PictureProperties settings;
    private final DecodingLimit slots;

    PictureSanitizer(PictureProperties settings, DecodingLimit slots) {
        this.settings = settings;
        this.slots = slots;
    }

    /**
     * The upload as a JPEG of its own.
     *
     * @throws ApiException {@code 4103} when it is no picture, a damaged one, or one with too many pixels; {@code 4201} when
     *     too many others are at work; {@code 4302} when the upload cannot be read back
     */
    public byte[] sanitize(InputStreamSource upload) {
        return slots.run(() -> sanitized(read(upload)));
    }

    private byte[] sanitized(byte[] upload) {
        var input = new TimeLimitedInput(upload, settings.timeLimit());
        try (Picture picture = open(input)) {
            picture.inspect();
            refuseWhenTooLarge(picture);
            return drawn(picture);
        } catch (ApiException refusal) {
            throw refusal;
        } catch (UnsupportedPictureException unsupported) {
            LOG.debug("Took no such picture", unsupported);
            throw ApiException.badParameter("不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片");
        } catch (IOException | RuntimeException damaged) {
            // decoders meet a broken file with whatever exception it drives them into
            LOG.debug("Could not read a picture", damaged);
            throw ApiException.badParameter(input.isTimeUp() ? "图片过于复杂，处理超时" : "图片已损坏，无法读取");
        }
    }

    private static Picture open(TimeLimitedInput input) {
        try {
            return Picture.in(input);
        } catch (IOException unknown) {
            throw ApiException.badParameter("文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片");
        }
    }

    private void refuseWhenTooLarge(Picture picture) throws IOException {
        if (Math.max(picture.width(), picture.height()) > settings.maxSide()) {
            throw ApiException.badParameter("图片尺寸过大，每边不能超过 " + settings.maxSide() + " 像素");
        }
        long pixels = (long) picture.width() * picture.height();
        long most = mostPixels(picture);
        if (pixels > most) {
            throw ApiException.badParameter("图片尺寸过大，不能超过 " + most / 10_000 + " 万像素");
        }
    }

    private long mostPixels(Picture picture) {
        if (picture.is("webp")) {
            return settings.maxWebpPixels();
        }
        return picture.needsFullDecode() ? settings.maxProgressivePixels() : settings.maxPixels();
    }

    private byte[] drawn(Picture picture) throws IOException {
        // twice the size that is needed is enough to scale down well
        int every = Math.max(1, Math.max(picture.width(), picture.height()) / (2 * settings.side()));
        BufferedImage image =
                ExifFilterUtils.getFilterForOrientation(picture.orientation()).apply(onWhite(picture.decode(every)));
        double scale = Math.min(1, (double) settings.side() / Math.max(image.getWidth(), image.getHeight()));
        var jpeg = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .forceSize(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale))
                .outputFormat("jpg")
                .outputQuality(settings.quality())
                .toOutputStream(jpeg);
        return jpeg.toByteArray();
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        try {
            canvas.drawImage(image, 0, 0, Color.WHITE, null);
            return opaque;
        } finally {
            canvas.dispose();
        }
    }

    private static byte[] read(InputStreamSource upload) {
        try (var in = upload.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            LOG.error("Could not read an upload back", failure);
            throw ApiException.of(ErrorCode.IOERR);
        }
    }
}
