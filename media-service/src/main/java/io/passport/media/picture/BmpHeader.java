package io.passport.media.picture;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * How a BMP is coded. It can be the wrapping of a JPEG or PNG, which the decoder unwraps and decodes whatever its size.
 *
 * <p>Source: <a href="https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader">BITMAPINFOHEADER</a>.
 */
final class BmpHeader {

    /** Of BITMAPCOREHEADER, which knows no compression. */
    private static final int CORE = 12;

    /** BI_RGB, BI_RLE8, BI_RLE4, BI_BITFIELDS; the next are BI_JPEG and BI_PNG. */
    private static final long MAX_BMP_COMPRESSION = 3;

    private BmpHeader() {}

    /**
     * Reads it, and leaves the stream where it was.
     *
     * @throws UnsupportedPictureException when it holds a picture of another format
     */
    static void check(ImageInputStream bmp) throws IOException {
        bmp.mark();
        try {
            bmp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            bmp.seek(14);
            boolean compressible = bmp.readUnsignedInt() != CORE;
            bmp.seek(30);
            if (compressible && bmp.readUnsignedInt() > MAX_BMP_COMPRESSION) {
                throw new UnsupportedPictureException("Another format in a BMP");
            }
        } finally {
            bmp.reset();
        }
    }
}
