package io.passport.media.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Checks a BMP's compression before it is decoded, for {@link Picture#inspect}. A BMP can contain a JPEG or PNG, which the
 * decoder would decode without a size limit.
 *
 * <p>Source: <a href="https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader">BITMAPINFOHEADER</a>.
 */
final class BmpHeader {

    /** The length of BITMAPCOREHEADER, which has no compression field. */
    private static final int CORE_HEADER = 12;

    /** BI_RGB, BI_RLE8, BI_RLE4, BI_BITFIELDS; the next are BI_JPEG and BI_PNG. */
    private static final long MAX_BMP_COMPRESSION = 3;

    private BmpHeader() {}

    /**
     * Checks the header. The stream's position does not change.
     *
     * @throws UnsupportedPictureException when the BMP contains a picture of another format
     * @throws IOException when the header is incomplete
     */
    static void check(ImageInputStream bmp) throws IOException {
        bmp.mark();
        try {
            bmp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            bmp.seek(14);
            boolean compressible = bmp.readUnsignedInt() != CORE_HEADER;
            bmp.seek(30);
            if (compressible && bmp.readUnsignedInt() > MAX_BMP_COMPRESSION) {
                throw new UnsupportedPictureException("Another format in a BMP");
            }
        } finally {
            bmp.reset();
        }
    }
}
