package io.passport.media.picture;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** A lossless WebP's bits, the lowest of a byte first (RFC 9649, section 3.3). */
final class LosslessBits {

    private final ImageInputStream bytes;
    private int current;
    private int left;

    LosslessBits(ImageInputStream bytes) {
        this.bytes = bytes;
    }

    /** The next bit, 0 or 1. */
    int bit() throws IOException {
        if (left == 0) {
            current = bytes.readUnsignedByte();
            left = 8;
        }
        int bit = current & 1;
        current >>= 1;
        left--;
        return bit;
    }

    /** A number of up to 31 bits, the lowest first. */
    int bits(int count) throws IOException {
        int number = 0;
        for (int bit = 0; bit < count; bit++) {
            number |= bit() << bit;
        }
        return number;
    }
}
