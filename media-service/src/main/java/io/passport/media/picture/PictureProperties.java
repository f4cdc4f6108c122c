package io.passport.media.picture;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may come in, what goes out, and what the way between may cost.
 *
 * @param side the longest side of what goes out, in pixels
 * @param quality of the JPEG that goes out, 0 to 1
 * @param maxSide the longest side of a picture that is taken, in pixels: decoders hold whole lines, up to 16 bytes a pixel
 * @param maxPixels the largest picture that is taken
 * @param maxProgressivePixels the largest JPEG of more than one scan that is taken, as all progressive ones are: its
 *     decoder holds the whole picture outside of the heap, 6 bytes a pixel, 8 in CMYK
 * @param maxWebpPixels the largest WebP that is taken: its decoder holds the whole picture, 25 bytes a pixel
 * @param timeLimit for decoding one picture
 * @param maxWait for a turn, before the request is refused
 * @param atOnce pictures decoded at the same time; by default one for each core and each {@link #HEAP_PER_PICTURE}
 */
@Validated
@ConfigurationProperties("passport.picture")
public record PictureProperties(
        @DefaultValue("512") @Positive int side,

        @DefaultValue("0.9") @DecimalMin("0.1") @DecimalMax("1")
        float quality,

        @DefaultValue("16384") @Positive int maxSide,
        @DefaultValue("40000000") @Positive long maxPixels,
        @DefaultValue("16000000") @Positive long maxProgressivePixels,
        @DefaultValue("2100000") @Positive long maxWebpPixels,
        @DefaultValue("4s") Duration timeLimit,
        @DefaultValue("1s") Duration maxWait,
        @Nullable @Positive Integer atOnce) {

    /** More than any picture within the limits was seen to need; the most was 93 MB for a PNG of 16 bits a sample. */
    static final DataSize HEAP_PER_PICTURE = DataSize.ofMegabytes(128);

    int slots() {
        if (atOnce != null) {
            return atOnce;
        }
        Runtime runtime = Runtime.getRuntime();
        long shares = Math.max(1, runtime.maxMemory() / HEAP_PER_PICTURE.toBytes());
        return (int) Math.min(runtime.availableProcessors(), shares);
    }
}
