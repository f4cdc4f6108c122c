package io.passport.media.picture;

import java.io.IOException;
import java.util.Arrays;

/** One of a lossless WebP's Huffman codes (RFC 9649, section 3.7.2). */
final class PrefixCode {

    private static final int LONGEST = 15;
    private static final int[] ORDER_OF_LENGTHS = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    /** By length, then by symbol. */
    private final int[] symbols;
    /** How many there are of each length. */
    private final int[] counts;

    private PrefixCode(int[] symbols, int[] counts) {
        this.symbols = symbols;
        this.counts = counts;
    }

    /**
     * Reads one.
     *
     * @throws IOException when not every sequence of bits would mean something in it
     */
    static PrefixCode read(LosslessBits in, int alphabet) throws IOException {
        return in.bit() == 1 ? simple(in, alphabet) : of(lengths(in, alphabet));
    }

    /** The next symbol; a code of one symbol takes no bits. */
    int symbol(LosslessBits in) throws IOException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | in.bit();
            first <<= 1;
            if (code - first < counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first += counts[length];
        }
        throw new IOException("No such code");
    }

    private static PrefixCode simple(LosslessBits in, int alphabet) throws IOException {
        int count = in.bit() + 1;
        int[] symbols = new int[count];
        symbols[0] = in.bits(in.bit() == 1 ? 8 : 1);
        if (count == 2) {
            symbols[1] = in.bits(8);
        }
        if (Arrays.stream(symbols).max().orElseThrow() >= alphabet) {
            throw new IOException("A symbol beyond the alphabet");
        }
        int[] counts = new int[LONGEST + 1];
        counts[1] = count;
        return new PrefixCode(symbols, counts);
    }

    private static int[] lengths(LosslessBits in, int alphabet) throws IOException {
        int[] lengthsOfLengths = new int[ORDER_OF_LENGTHS.length];
        int given = 4 + in.bits(4);
        for (int index = 0; index < given; index++) {
            lengthsOfLengths[ORDER_OF_LENGTHS[index]] = in.bits(3);
        }
        PrefixCode code = of(lengthsOfLengths);
        int most = in.bit() == 1 ? 2 + in.bits(2 + 2 * in.bits(3)) : alphabet;
        int[] lengths = new int[alphabet];
        int last = 8;
        int filled = 0;
        for (int read = 0; read < most && filled < alphabet; read++) {
            int symbol = code.symbol(in);
            int times = times(symbol, in);
            if (filled + times > alphabet) {
                throw new IOException("More lengths than symbols");
            }
            last = symbol > 0 && symbol <= LONGEST ? symbol : last;
            Arrays.fill(lengths, filled, filled + times, symbol <= LONGEST ? symbol : symbol == 16 ? last : 0);
            filled += times;
        }
        return lengths;
    }

    private static int times(int symbol, LosslessBits in) throws IOException {
        return switch (symbol) {
            case 16 -> 3 + in.bits(2);
            case 17 -> 3 + in.bits(3);
            case 18 -> 11 + in.bits(7);
            default -> 1;
        };
    }

    private static PrefixCode of(int[] lengths) throws IOException {
        int[] counts = new int[LONGEST + 1];
        int[] symbols = new int[lengths.length];
        int found = 0;
        int room = 1 << LONGEST;
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    symbols[found++] = symbol;
                    counts[length]++;
                    room -= 1 << (LONGEST - length);
                }
            }
        }
        if (found != 1 && room != 0) {
            throw new IOException("An incomplete code");
        }
        return new PrefixCode(Arrays.copyOf(symbols, found), counts);
    }
}
