package io.passport.media.picture;

import java.io.IOException;

/**
 * A canonical prefix code of a lossless WebP.
 *
 * <p>Source: RFC 9649, section 3.7.2.
 */
final class PrefixCode {

    private static final int MAX_LENGTH = 15;
    private static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    /** How many codes have this many bits. */
    private final int[] counts = new int[MAX_LENGTH + 1];
    /** The symbols in the order of their codes. */
    private final int[] symbols;

    private PrefixCode(int[] lengths) {
        int used = 0;
        symbols = new int[lengths.length];
        for (int length = 1; length <= MAX_LENGTH; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    counts[length]++;
                    symbols[used++] = symbol;
                }
            }
        }
        if (used <= 1) {
            // a single symbol takes no bits
            counts[0] = 1;
        }
    }

    /** Reads the lengths of the codes of an alphabet. */
    static PrefixCode read(BitInput bits, int alphabet) throws IOException {
        return new PrefixCode(bits.read(1) == 1 ? oneOrTwo(bits, alphabet) : lengths(bits, alphabet));
    }

    private static int[] oneOrTwo(BitInput bits, int alphabet) throws IOException {
        int[] lengths = new int[Math.max(alphabet, 256)];
        boolean two = bits.read(1) == 1;
        lengths[bits.read(bits.read(1) == 1 ? 8 : 1)] = 1;
        if (two) {
            lengths[bits.read(8)] = 1;
        }
        return lengths;
    }

    private static int[] lengths(BitInput bits, int alphabet) throws IOException {
        int[] lengthsOfLengths = new int[LENGTH_ORDER.length];
        int count = 4 + bits.read(4);
        for (int index = 0; index < count; index++) {
            lengthsOfLengths[LENGTH_ORDER[index]] = bits.read(3);
        }
        var code = new PrefixCode(lengthsOfLengths);
        int codes = bits.read(1) == 0 ? alphabet : 2 + bits.read(2 + 2 * bits.read(3));
        int[] lengths = new int[alphabet];
        int previous = 8;
        for (int symbol = 0; symbol < alphabet && codes > 0; codes--) {
            int length = code.next(bits);
            if (length <= MAX_LENGTH) {
                lengths[symbol++] = length;
                previous = length == 0 ? previous : length;
                continue;
            }
            int repeat = length == 16 ? 3 + bits.read(2) : length == 17 ? 3 + bits.read(3) : 11 + bits.read(7);
            if (symbol + repeat > alphabet) {
                throw new IOException("More lengths than symbols");
            }
            for (; repeat > 0; repeat--) {
                lengths[symbol++] = length == 16 ? previous : 0;
            }
        }
        return lengths;
    }

    /** The next symbol. */
    int next(BitInput bits) throws IOException {
        if (counts[0] == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            code |= bits.read(1);
            if (code < first + counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first = (first + counts[length]) << 1;
            code <<= 1;
        }
        throw new IOException("No such code");
    }
}
