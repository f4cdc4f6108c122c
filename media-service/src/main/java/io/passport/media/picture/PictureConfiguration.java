package io.passport.media.picture;

import com.luciad.imageio.webp.WebPReadParam;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the decoders and limits them. The service does not start when a decoder is missing. */
@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    @Bean
    PictureSanitizer pictureSanitizer(PictureProperties properties, BulkheadRegistry bulkheads) {
        registerDecoders();
        BulkheadConfig limits = BulkheadConfig.custom()
                .maxConcurrentCalls(properties.resolvedMaxConcurrent())
                .maxWaitDuration(properties.maxWait())
                .build();
        return new PictureSanitizer(properties, new DecodingBulkhead(bulkheads.bulkhead("picture-decoding", limits)));
    }

    @Bean
    PictureWarmUp pictureWarmUp(PictureSanitizer sanitizer) {
        return new PictureWarmUp(sanitizer);
    }

    /** The binding copies libwebp to a folder, and would report only at the first WebP that it cannot be loaded from there. */
    private static void loadLibwebp() {
        try {
            new WebPReadParam();
        } catch (LinkageError missing) {
            throw new IllegalStateException(
                    "libwebp cannot be loaded from com.luciad.imageio.webp.tmpdir or java.io.tmpdir", missing);
        }
    }

    /** Registers all decoders at start: the class loader of a virtual thread may not see the jars within our jar. */
    private static void registerDecoders() {
        loadLibwebp();
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
        List<String> missing = Stream.of("jpeg", "png", "gif", "webp", "bmp")
                .filter(format -> !ImageIO.getImageReadersByFormatName(format).hasNext())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("No decoder on the class path for " + missing);
        }
    }
}
