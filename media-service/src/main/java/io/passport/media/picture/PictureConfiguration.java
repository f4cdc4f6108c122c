package io.passport.media.picture;

import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    @Bean
    PictureSanitizer pictureSanitizer(PictureProperties settings) {
        registerDecoders();
        return new PictureSanitizer(settings, new DecodingLimit(settings.slots(), settings.maxWait()));
    }

    /** Here and now, since a virtual thread's class loader need not see the jars within our jar. */
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
