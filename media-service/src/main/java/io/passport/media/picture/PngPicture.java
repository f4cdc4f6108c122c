package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A PNG, decoded by the JDK, which ignores the chunks about colours and orientation: they are read here.
 *
 * <p>Source: PNG, third edition, sections 5 (chunks), 11.3.2 (colour space) and 11.3.5 (eXIf).
 */
final class PngPicture implements Picture {

    /** The largest known profiles, for CMYK printing, have about 2 MB. */
    private static final int MAX_PROFILE = 4 << 20;

    /** These mean something only before the pixels. */
    private static final Set<String> COLOURS = Set.of("iCCP", "sRGB", "gAMA", "tRNS");

    private final Decoder decoder;
    private final boolean grey;
    private final int depth;
    /** The first of each type. */
    private final Map<String, byte[]> chunks = new HashMap<>();

    PngPicture(byte[] png, TimeLimitedInput input) {
        decoder = new Decoder("png", input);
        depth = png[24];
        // colour types 0 and 4
        grey = (png[25] & 3) == 0;
        readChunks(ByteBuffer.wrap(png).position(8));
    }

    /** Reads as far as the chunks are complete: whether the picture is, the decoder decides. */
    private void readChunks(ByteBuffer png) {
        boolean pixels = false;
        while (png.remaining() >= 12) {
            int length = png.getInt();
            String type = fourLetters(png);
            if (length < 0 || length > png.remaining() - 4) {
                return;
            }
            pixels |= type.equals("IDAT");
            if (type.equals("eXIf") || !pixels && COLOURS.contains(type)) {
                ByteBuffer content = png.slice(png.position(), length);
                chunks.computeIfAbsent(type, first -> bytes(content));
            }
            png.position(png.position() + length + 4);
        }
    }

    private static String fourLetters(ByteBuffer png) {
        return "" + (char) png.get() + (char) png.get() + (char) png.get() + (char) png.get();
    }

    private byte[] first(String type) {
        return chunks.getOrDefault(type, new byte[0]);
    }

    /** A profile takes precedence over sRGB, and both over gAMA. */
    private SampleColours colours() {
        return profile(first("iCCP")).orElseGet(() -> chunks.containsKey("sRGB") ? SampleColours.SRGB : gamma());
    }

    private SampleColours gamma() {
        byte[] chunk = first("gAMA");
        int exponent = chunk.length == 4 ? ByteBuffer.wrap(chunk).getInt() : 0;
        return exponent > 0 ? Gamma.of(exponent / 100_000.0) : SampleColours.SRGB;
    }

    /** The grey value that is transparent, of those that the decoder does not know: with less than 8 bits; or -1. */
    private int transparent() {
        byte[] chunk = first("tRNS");
        boolean unknown = grey && depth < 8 && chunk.length == 2;
        return unknown ? ByteBuffer.wrap(chunk).getShort() * 0xFF / ((1 << depth) - 1) : -1;
    }

    /** A chunk with a name, a zero, the compression method and the compressed profile. */
    private Optional<SampleColours> profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 > chunk.length) {
            return Optional.empty();
        }
        var compressed = new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2);
        try (var profile = new InflaterInputStream(compressed)) {
            return IccProfile.of(profile.readNBytes(MAX_PROFILE), grey ? 1 : 3).map(IccProfile::colours);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    @Override
    public int width() throws IOException {
        return decoder.width();
    }

    @Override
    public int height() throws IOException {
        return decoder.height();
    }

    @Override
    public long maxPixels(PictureProperties limits) {
        return limits.maxPixels();
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.of(first("eXIf"));
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        SampleColours colours = colours();
        int transparent = transparent();
        return SrgbCanvas.of(decoder.decode(every), argb -> {
            for (int x = 0; transparent >= 0 && x < argb.length; x++) {
                argb[x] = (argb[x] & 0xFF) == transparent ? 0 : argb[x];
            }
            colours.toSrgb(argb);
        });
    }

    @Override
    public void close() {
        decoder.close();
    }
}
