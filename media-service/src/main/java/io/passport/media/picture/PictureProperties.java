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
 * Limits for uploaded pictures, and the size and quality of the result. With an invalid value the service does not start.
 *
 * @param side longest side of the result, in pixels
 * @param quality JPEG quality of the result, 0.1 to 1
 * @param maxSide longest side of an accepted picture, in pixels; decoders hold whole lines, up to 16 bytes a pixel
 * @param maxPixels largest accepted picture, in pixels
 * @param maxProgressivePixels largest accepted JPEG with several scans, which all progressive ones have: the decoder holds
 *     the whole picture outside of the heap, 6 bytes a pixel, 8 in CMYK
 * @param maxWebpPixels largest accepted WebP: of a lossless one libwebp holds the whole picture outside of the heap, 4 bytes a
 *     pixel
 * @param timeout for decoding one picture
 * @param maxWait how long a request waits for its turn to decode; after that it is rejected
 * @param maxConcurrent pictures decoded at the same time; by default one for each core and each {@link #HEAP_PER_PICTURE}
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
        @DefaultValue("16000000") @Positive long maxWebpPixels,
        @DefaultValue("4s") Duration timeout,
        @DefaultValue("1s") Duration maxWait,
        @Nullable @Positive Integer maxConcurrent) {

    /** More than any picture within the limits needs. The largest measured was 93 MB, for a PNG with 16 bits a sample. */
    static final DataSize HEAP_PER_PICTURE = DataSize.ofMegabytes(128);

    /** How many pictures are decoded at the same time. */
    int resolvedMaxConcurrent() {
        if (maxConcurrent != null) {
            return maxConcurrent;
        }
        Runtime runtime = Runtime.getRuntime();
        long byHeap = Math.max(1, runtime.maxMemory() / HEAP_PER_PICTURE.toBytes());
        return (int) Math.min(runtime.availableProcessors(), byHeap);
    }
}
