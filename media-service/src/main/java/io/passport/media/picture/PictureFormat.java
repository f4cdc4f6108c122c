package io.passport.media.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The format of an upload, detected from its first bytes. Those up to {@link #BMP} are accepted. */
enum PictureFormat {
    JPEG("\\xFF\\xD8\\xFF"),
    PNG("\\x89PNG\\r\\n\\x1A\\n"),
    GIF("GIF8[79]a"),
    WEBP("RIFF....WEBP"),
    BMP("BM.{24}"),
    HEIC("....ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)"),
    AVIF("....ftypavi[fs]"),
    TIFF("II\\*\\x00|MM\\x00\\*"),
    JPEG_XL("\\xFF\\x0A|\\x00{3}\\x0CJXL "),
    JPEG_2000("\\x00{3}\\x0CjP  |\\xFF\\x4F\\xFF\\x51"),
    PSD("8BPS"),
    ICO("\\x00\\x00\\x01\\x00"),
    PDF("%PDF-"),
    SVG("(\\xEF\\xBB\\xBF)?\\s*(<[?!][^<]*)*<svg\\b");

    /** Enough for what stands before an SVG's first element. */
    private static final int PREFIX = 1024;

    private final Pattern start;

    PictureFormat(String start) {
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    /** The format, or empty when it is none of these. */
    static Optional<PictureFormat> of(byte[] upload) {
        String prefix = new String(upload, 0, Math.min(PREFIX, upload.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(format -> format.start.matcher(prefix).lookingAt())
                .findFirst();
    }

    /** As users call it. */
    String title() {
        return name().replace('_', ' ');
    }
}
