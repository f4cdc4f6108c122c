package io.passport.media.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads the orientation from Exif metadata (Exif 2.32, CIPA DC-008, tag 0112). */
final class ExifOrientation {

    /** "Exif", which stands before the metadata in a JPEG and in some WebPs, and two zeros. */
    private static final int SIGNATURE = 0x45786966;

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /** The orientation, or upright when it is missing or invalid. */
    static Orientation of(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif);
            return inTiff(tiff.getInt(0) == SIGNATURE ? tiff.slice(6, exif.length - 6) : tiff);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Orientation.TOP_LEFT;
        }
    }

    private static Orientation inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12) {
            if (tiff.getShort(entry) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                return Orientation.typeOf(tiff.getShort(entry + 8));
            }
        }
        return Orientation.TOP_LEFT;
    }
}
