package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A picture in an accepted format, which is detected from its content. Its pixels are decoded only by {@link #decode}. One
 * thread uses it. Every method that reads throws {@code IOException} when the input's time limit is over, and decoders throw
 * many kinds of {@code RuntimeException} on damaged files.
 */
final class Picture implements AutoCloseable {

    static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp", "bmp");

    /**
     * libjpeg's warning about missing data, which it replaces by grey. Its other warnings come from harmless flaws of
     * cameras.
     */
    private static final String TRUNCATION_WARNING = "premature end";

    private final TimeLimitedInput input;
    private final ImageReader reader;
    private final String format;
    private boolean fullDecode;

    private Picture(TimeLimitedInput input, ImageReader reader, String format) {
        this.input = input;
        this.reader = reader;
        this.format = format;
        // does not read metadata, which can hold decompression bombs
        reader.setInput(input, false, true);
    }

    /**
     * Detects the format.
     *
     * @throws IOException when it is not an accepted format
     */
    static Picture in(TimeLimitedInput input) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(input); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            Set<String> formats = formatsOf(reader);
            if (!formats.isEmpty()) {
                return new Picture(input, reader, formats.iterator().next());
            }
            reader.dispose();
        }
        throw new IOException("No accepted format");
    }

    private static Set<String> formatsOf(ImageReader reader) {
        return Stream.of(reader.getOriginatingProvider().getFormatNames())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(FORMATS::contains)
                .collect(Collectors.toSet());
    }

    boolean is(String name) {
        return format.equals(name);
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    Orientation orientation() throws IOException {
        return is("jpeg") ? JpegExif.orientation(input) : Orientation.TOP_LEFT;
    }

    /**
     * Checks the headers, from which decoders take sizes without checking. Call this first.
     *
     * @throws UnsupportedPictureException when the limits do not apply to this variant of the format
     * @throws IOException when the picture is damaged, or its headers contradict each other
     */
    void inspect() throws IOException {
        switch (format) {
            case "jpeg" -> fullDecode = JpegHeader.of(input).needsFullDecode();
            case "webp" -> WebpChunks.check(input);
            case "bmp" -> BmpHeader.check(input);
            default -> {
                // PNG and GIF: the reported size is the decoded size
            }
        }
    }

    /** Whether it is a JPEG that the decoder must hold in memory as a whole. */
    boolean needsFullDecode() {
        return fullDecode;
    }

    /**
     * Decodes the first frame.
     *
     * @param every takes every n-th pixel of every n-th line
     * @throws IOException when it is damaged or incomplete
     */
    BufferedImage decode(int every) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        var truncations = new ArrayList<String>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains(TRUNCATION_WARNING)) {
                truncations.add(warning);
            }
        });
        BufferedImage image = reader.read(0, param);
        if (!truncations.isEmpty()) {
            throw new IOException(truncations.getFirst());
        }
        return image;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
