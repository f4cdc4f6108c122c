package io.passport.media.picture;

import java.io.EOFException;
import java.nio.ByteBuffer;

/** Reads bits, of each byte the lowest first. */
final class BitInput {

    private final ByteBuffer bytes;
    private int position;

    BitInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Up to 31 bits, of which the first is the lowest. */
    int read(int count) throws EOFException {
        int value = 0;
        for (int bit = 0; bit < count; bit++, position++) {
            if (position >> 3 >= bytes.limit()) {
                throw new EOFException();
            }
            value |= (bytes.get(position >> 3) >> (position & 7) & 1) << bit;
        }
        return value;
    }
}
