package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** The ImageIO reader of a format, on one upload. Decodes only the first frame. One thread uses it. */
final class Decoder implements AutoCloseable {

    private final ImageReader reader;

    Decoder(String format, TimeLimitedInput input) {
        reader = ImageIO.getImageReadersByFormatName(format).next();
        // does not read metadata, which can hold decompression bombs
        reader.setInput(input, false, true);
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    ImageReadParam parameters() {
        return reader.getDefaultReadParam();
    }

    /** Decodes every n-th pixel of every n-th line. */
    BufferedImage decode(int every) throws IOException {
        ImageReadParam parameters = parameters();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return decode(parameters);
    }

    BufferedImage decode(ImageReadParam parameters) throws IOException {
        return reader.read(0, parameters);
    }

    /** Collects the warnings of the next {@link #decode} that contain this text. */
    List<String> warningsWith(String text) {
        var warnings = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains(text)) {
                warnings.add(warning);
            }
        });
        return warnings;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
