package io.passport.media.picture;

import java.io.IOException;
import java.util.HashSet;
import javax.imageio.stream.ImageInputStream;

/**
 * What a lossless WebP has ahead of its pixels: transforms, and how many groups of Huffman codes there are. Of the four
 * transforms each may be used once; the decoder takes millions, keeps them all, and goes over all pixels for each of them,
 * when it reads no more and so cannot be stopped. Of groups there can be 65536, at 5 KB each or more.
 *
 * <p>Source: RFC 9649, section 3.5 for the transforms, 3.7.2.2 for the groups.
 */
final class LosslessHeader {

    /** Encoders join similar groups until there are some hundreds; the largest thousand need 180 MB. */
    private static final int MOST_GROUPS = 1000;

    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int DISTANCES = 40;

    private final LosslessBits in;

    private LosslessHeader(LosslessBits in) {
        this.in = in;
    }

    /**
     * Reads it from where the stream is.
     *
     * @throws IOException when a transform is there twice, there are too many groups, or it is damaged
     */
    static void check(ImageInputStream webp, int width, int height) throws IOException {
        new LosslessHeader(new LosslessBits(webp)).check(width, height);
    }

    private void check(int width, int height) throws IOException {
        int packedWidth = skipTransforms(width, height);
        cacheSize();
        if (in.bit() == 1) {
            int block = in.bits(3) + 2;
            if (greatest(blocks(packedWidth, block), blocks(height, block)) >= MOST_GROUPS) {
                throw new IOException("Too many groups of codes");
            }
        }
    }

    /** The width that is left when several pixels of few colours share one. */
    private int skipTransforms(int pictureWidth, int height) throws IOException {
        int width = pictureWidth;
        var seen = new HashSet<Integer>();
        while (in.bit() == 1) {
            int type = in.bits(2);
            if (!seen.add(type)) {
                throw new IOException("A transform twice");
            }
            switch (type) {
                // predictor and colour: how it is done in each block
                case 0, 1 -> {
                    int block = in.bits(3) + 2;
                    greatest(blocks(width, block), blocks(height, block));
                }
                // the palette, whose indices may share a pixel
                case 3 -> {
                    int colours = in.bits(8) + 1;
                    greatest(colours, 1);
                    width = blocks(width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
                }
                default -> {
                    // subtracting green needs to be told nothing
                }
            }
        }
        return width;
    }

    private int cacheSize() throws IOException {
        return in.bit() == 1 ? 1 << in.bits(4) : 0;
    }

    /** Skips a picture within the header. Of its red and green as one number, the greatest; what is repeated is no greater. */
    private int greatest(int width, int height) throws IOException {
        PrefixCode green = PrefixCode.read(in, LITERALS + LENGTHS + cacheSize());
        PrefixCode red = PrefixCode.read(in, LITERALS);
        PrefixCode blue = PrefixCode.read(in, LITERALS);
        PrefixCode alpha = PrefixCode.read(in, LITERALS);
        PrefixCode distance = PrefixCode.read(in, DISTANCES);
        int greatest = 0;
        int left = width * height;
        while (left > 0) {
            int symbol = green.symbol(in);
            if (symbol < LITERALS) {
                greatest = Math.max(greatest, red.symbol(in) << 8 | symbol);
                blue.symbol(in);
                alpha.symbol(in);
                left--;
            } else if (symbol < LITERALS + LENGTHS) {
                left -= number(symbol - LITERALS);
                number(distance.symbol(in));
            } else {
                left--;
            }
        }
        if (left < 0) {
            throw new IOException("A repetition beyond the end");
        }
        return greatest;
    }

    /** A length or a distance: its magnitude is a symbol, the rest are plain bits. */
    private int number(int symbol) throws IOException {
        if (symbol < 4) {
            return symbol + 1;
        }
        int bits = (symbol - 2) >> 1;
        return ((2 + (symbol & 1)) << bits) + in.bits(bits) + 1;
    }

    private static int blocks(int length, int bits) {
        return (length + (1 << bits) - 1) >> bits;
    }
}
