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

/** A picture of one of the accepted formats, recognised by its content. Nothing of it is decoded before it is asked for. */
final class Picture implements AutoCloseable {

    static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp", "bmp");

    /** libjpeg only warns of missing data, and fills up with grey; of lesser flaws, which cameras produce, it warns too. */
    private static final String TRUNCATION_WARNING = "premature end";

    private final TimeLimitedInput input;
    private final ImageReader reader;
    private final String format;
    private boolean fullDecode;

    private Picture(TimeLimitedInput input, ImageReader reader, String format) {
        this.input = input;
        this.reader = reader;
        this.format = format;
        // metadata, and the bombs in it, stay unread
        reader.setInput(input, false, true);
    }

    /**
     * Recognises a picture.
     *
     * @throws IOException when it is none that is accepted
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
     * Looks at the headers that its decoder would believe. To be called before anything else is asked.
     *
     * @throws UnsupportedPictureException when it is of a variant that the limits were not made for
     * @throws IOException when it is damaged, or its parts contradict one another
     */
    void inspect() throws IOException {
        switch (format) {
            case "jpeg" -> fullDecode = JpegHeader.of(input).needsFullDecode();
            case "webp" -> WebpChunks.check(input);
            case "bmp" -> BmpHeader.check(input);
            default -> {
                // the decoders of PNG and GIF believe nothing but the one size that they tell
            }
        }
    }

    /** Whether it is a JPEG whose decoder keeps the picture as a whole. */
    boolean needsFullDecode() {
        return fullDecode;
    }

    /**
     * The first frame; every n-th pixel of every n-th line.
     *
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
