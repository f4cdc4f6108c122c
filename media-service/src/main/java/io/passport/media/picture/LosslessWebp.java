package io.passport.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The start of a lossless WebP stream, up to its pixels. libwebp builds tables for each group of prefix codes. 65,536 groups
 * fit into 300 KB and take 370 MB and many seconds, so they are counted before libwebp decodes.
 *
 * <p>Source: RFC 9649, section 3.
 */
final class LosslessWebp {

    /** libwebp's encoder makes at most 2,600. */
    private static final int MAX_GROUPS = 4096;

    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    private final BitInput bits;
    private final TimeLimitedInput time;

    private LosslessWebp(ByteBuffer chunk, TimeLimitedInput time) {
        bits = new BitInput(chunk);
        this.time = time;
    }

    /**
     * Checks a VP8L chunk.
     *
     * @throws UnsupportedPictureException when there are too many groups of prefix codes
     * @throws IOException when it is damaged or of another size, or the time is up
     */
    static void check(ByteBuffer chunk, int width, int height, TimeLimitedInput time) throws IOException {
        var stream = new LosslessWebp(chunk, time);
        stream.bits.read(8);
        if (stream.bits.read(14) + 1 != width || stream.bits.read(14) + 1 != height) {
            throw new IOException("A stream of another size");
        }
        stream.bits.read(4);
        stream.check(width, height);
    }

    /** Checks an ALPH chunk: a byte, and a stream when the alpha is compressed. */
    static void checkAlpha(ByteBuffer chunk, int width, int height, TimeLimitedInput time) throws IOException {
        var stream = new LosslessWebp(chunk, time);
        boolean compressed = stream.bits.read(2) == 1;
        stream.bits.read(6);
        if (compressed) {
            stream.check(width, height);
        }
    }

    private void check(int width, int height) throws IOException {
        int packedWidth = readTransforms(width, height);
        readColourCache();
        if (bits.read(1) == 1) {
            int groups = 1 + highestLiteral(packedWidth, height, bits.read(3) + 2);
            if (groups > MAX_GROUPS) {
                throw new UnsupportedPictureException("Groups of prefix codes: " + groups);
            }
        }
    }

    /** Returns the width of the pixels that follow: a palette packs several into one. */
    private int readTransforms(int width, int height) throws IOException {
        int packedWidth = width;
        int seen = 0;
        while (bits.read(1) == 1) {
            int type = bits.read(2);
            if ((seen & 1 << type) != 0) {
                throw new IOException("A transform is repeated");
            }
            seen |= 1 << type;
            if (type < 2) {
                highestLiteral(packedWidth, height, bits.read(3) + 2);
            } else if (type == 3) {
                int colours = bits.read(8) + 1;
                highestLiteral(colours, 1, 0);
                int packed = colours <= 2 ? 3 : colours <= 4 ? 2 : colours <= 16 ? 1 : 0;
                packedWidth = scaledDown(packedWidth, packed);
            }
        }
        return packedWidth;
    }

    private static int scaledDown(int length, int shift) {
        return (length + (1 << shift) - 1) >> shift;
    }

    /** Returns the number of colours in the cache. */
    private int readColourCache() throws IOException {
        return bits.read(1) == 0 ? 0 : 1 << bits.read(4);
    }

    /**
     * Reads an image that belongs to the header, and returns the highest number in its red and green. Copied pixels need not be
     * looked at: they are not higher than the pixels they repeat.
     */
    private int highestLiteral(int width, int height, int shift) throws IOException {
        time.checkTime();
        long pixels = (long) scaledDown(width, shift) * scaledDown(height, shift);
        int cached = readColourCache();
        PrefixCode green = PrefixCode.read(bits, LITERALS + LENGTHS + cached);
        PrefixCode red = PrefixCode.read(bits, LITERALS);
        PrefixCode blue = PrefixCode.read(bits, LITERALS);
        PrefixCode alpha = PrefixCode.read(bits, LITERALS);
        PrefixCode distance = PrefixCode.read(bits, DISTANCES);
        int highest = 0;
        while (pixels > 0) {
            int symbol = green.next(bits);
            if (symbol < LITERALS) {
                highest = Math.max(highest, red.next(bits) << 8 | symbol);
                blue.next(bits);
                alpha.next(bits);
                pixels--;
            } else if (symbol < LITERALS + LENGTHS) {
                pixels -= readNumber(symbol - LITERALS);
                readNumber(distance.next(bits));
            } else {
                pixels--;
            }
        }
        return highest;
    }

    /** A length or distance: the prefix says how many more bits it has. */
    private int readNumber(int prefix) throws IOException {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << extra) + bits.read(extra) + 1;
    }
}
