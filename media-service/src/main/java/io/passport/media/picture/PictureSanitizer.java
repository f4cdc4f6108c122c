package io.passport.media.picture;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;

/**
 * Re-encodes an uploaded picture as a JPEG: upright, on white, scaled down to {@code passport.picture.side}. Only its pixels
 * are kept, no metadata. Many threads may use it at once; {@code passport.picture.max-concurrent} limits how many decode.
 */
public final class PictureSanitizer {

    private static final Logger LOG = LoggerFactory.getLogger(PictureSanitizer.class);
    private static final String TOO_COMPLEX = "图片过于复杂，处理超时";

    private final PictureProperties properties;
    private final DecodingBulkhead bulkhead;

    PictureSanitizer(PictureProperties properties, DecodingBulkhead bulkhead) {
        this.properties = properties;
        this.bulkhead = bulkhead;
    }

    /**
     * Returns the upload as a new JPEG.
     *
     * @throws ApiException {@code 4103} when the upload is not an accepted picture, is damaged, has too many pixels or takes
     *     too long to decode; {@code 4201} when too many pictures are being decoded; {@code 4302} when the upload cannot be
     *     read from disk
     */
    public byte[] sanitize(InputStreamSource upload) {
        return bulkhead.run(() -> sanitized(read(upload)));
    }

    private byte[] sanitized(byte[] upload) {
        PictureFormat format = PictureFormat.of(upload)
                .orElseThrow(() -> ApiException.badParameter("文件不是图片，请上传 JPEG、PNG、GIF、WebP 或 BMP 图片"));
        var input = new TimeLimitedInput(upload, properties.timeout());
        try (Picture picture = open(format, upload, input)) {
            requireAcceptedSize(picture);
            return reencode(picture);
        } catch (ApiException rejection) {
            throw rejection;
        } catch (UnsupportedPictureException unsupported) {
            LOG.debug("Rejected an unsupported picture", unsupported);
            throw ApiException.badParameter("不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片");
        } catch (IOException | RuntimeException damaged) {
            // decoders throw many kinds of exceptions on broken files
            LOG.debug("Could not read a picture", damaged);
            throw ApiException.badParameter(input.isTimeUp() ? TOO_COMPLEX : "图片已损坏，无法读取");
        }
    }

    static Picture open(PictureFormat format, byte[] upload, TimeLimitedInput input) throws IOException {
        return switch (format) {
            case JPEG -> new JpegPicture(upload, input);
            case PNG -> new PngPicture(upload, input);
            case GIF -> new GifPicture(upload, input);
            case WEBP -> new WebpPicture(upload, input);
            case BMP -> new BmpPicture(upload, input);
            default -> throw ApiException.badParameter("暂不支持 " + format.title() + " 格式，请转换为 JPEG 后上传");
        };
    }

    private void requireAcceptedSize(Picture picture) throws IOException {
        if (Math.max(picture.width(), picture.height()) > properties.maxSide()) {
            throw ApiException.badParameter("图片尺寸过大，每边不能超过 " + properties.maxSide() + " 像素");
        }
        long maxPixels = picture.maxPixels(properties);
        if ((long) picture.width() * picture.height() > maxPixels) {
            throw ApiException.badParameter("图片尺寸过大，不能超过 " + maxPixels / 10_000 + " 万像素");
        }
        if (picture.isTooComplex(properties)) {
            throw ApiException.badParameter(TOO_COMPLEX);
        }
    }

    private byte[] reencode(Picture picture) throws IOException {
        // twice the target size is enough for good scaling
        int every = Math.max(1, Math.max(picture.width(), picture.height()) / (2 * properties.side()));
        BufferedImage image =
                ExifFilterUtils.getFilterForOrientation(picture.orientation()).apply(picture.decode(every));
        double scale = Math.min(1, (double) properties.side() / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage scaled = Thumbnails.of(image)
                .forceSize(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale))
                .asBufferedImage();
        return JpegEncoder.encode(scaled, properties.quality());
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    private static byte[] read(InputStreamSource upload) {
        try (var in = upload.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            LOG.error("Could not read an upload from disk", failure);
            throw ApiException.of(ErrorCode.IOERR);
        }
    }
}
