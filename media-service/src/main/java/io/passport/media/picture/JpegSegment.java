package io.passport.media.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/** Writes segments of a JPEG (ITU-T T.81, annex B). */
final class JpegSegment {

    private JpegSegment() {}

    static void write(ByteArrayOutputStream jpeg, int marker, byte[] content) {
        jpeg.write(0xFF);
        jpeg.write(marker);
        jpeg.write(content.length + 2 >> 8);
        jpeg.write(content.length + 2);
        jpeg.writeBytes(content);
    }

    /**
     * Writes quantization tables. TwelveMonkeys cuts off the upper half of 16-bit values in a segment that starts with such a
     * table. libjpeg reads them right, so a table of 8 bits goes first, which the second of the same number replaces.
     *
     * @throws IOException when the first table of 16 bits is incomplete
     */
    static void writeQuantizationTables(ByteArrayOutputStream jpeg, byte[] content) throws IOException {
        boolean sixteenBits = content.length > 0 && content[0] >> 4 != 0;
        if (!sixteenBits) {
            write(jpeg, 0xDB, content);
            return;
        }
        if (content.length < 1 + 2 * 64) {
            throw new IOException("An incomplete quantization table");
        }
        byte[] replaced = new byte[1 + 64];
        replaced[0] = (byte) (content[0] & 0x0F);
        byte[] both = new byte[replaced.length + content.length];
        System.arraycopy(replaced, 0, both, 0, replaced.length);
        System.arraycopy(content, 0, both, replaced.length, content.length);
        write(jpeg, 0xDB, both);
    }

    /** Writes the tables of annex K, which the frames of a Motion JPEG take for granted. */
    static void writeStandardHuffmanTables(ByteArrayOutputStream jpeg) {
        writeHuffmanTable(jpeg, 0x00, JPEGHuffmanTable.StdDCLuminance);
        writeHuffmanTable(jpeg, 0x01, JPEGHuffmanTable.StdDCChrominance);
        writeHuffmanTable(jpeg, 0x10, JPEGHuffmanTable.StdACLuminance);
        writeHuffmanTable(jpeg, 0x11, JPEGHuffmanTable.StdACChrominance);
    }

    private static void writeHuffmanTable(ByteArrayOutputStream jpeg, int classAndNumber, JPEGHuffmanTable table) {
        var content = new ByteArrayOutputStream();
        content.write(classAndNumber);
        short[] lengths = table.getLengths();
        for (int length = 0; length < 16; length++) {
            content.write(length < lengths.length ? lengths[length] : 0);
        }
        for (short value : table.getValues()) {
            content.write(value);
        }
        write(jpeg, 0xC4, content.toByteArray());
    }
}
