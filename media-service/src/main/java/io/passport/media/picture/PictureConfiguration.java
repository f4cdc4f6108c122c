package io.passport.media.picture;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.util.List;
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

    /** Registers all decoders at start: the class loader of a virtual thread may not see the jars within our jar. */
    private static void registerDecoders() {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
        List<String> missing = Picture.FORMATS.stream()
                .filter(format -> !ImageIO.getImageReadersByFormatName(format).hasNext())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("No decoder on the class path for " + missing);
        }
    }
}
