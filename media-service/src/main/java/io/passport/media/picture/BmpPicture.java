package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A BMP, decoded by the JDK.
 *
 * <p>Source: <a href="https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader">BITMAPINFOHEADER</a>.
 */
final class BmpPicture implements Picture {

    /** The length of BITMAPCOREHEADER, which has no compression field. */
    private static final int CORE_HEADER = 12;

    /** BI_RGB, BI_RLE8, BI_RLE4, BI_BITFIELDS; the next are BI_JPEG and BI_PNG. */
    private static final int MAX_COMPRESSION = 3;

    private final Decoder decoder;

    BmpPicture(byte[] bmp, TimeLimitedInput input) throws UnsupportedPictureException {
        requireNoOtherFormat(ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN));
        decoder = new Decoder("bmp", input);
    }

    /** The decoder would decode a JPEG or PNG within the BMP without a size limit. */
    private static void requireNoOtherFormat(ByteBuffer bmp) throws UnsupportedPictureException {
        if (bmp.getInt(14) != CORE_HEADER && Integer.compareUnsigned(bmp.getInt(30), MAX_COMPRESSION) > 0) {
            throw new UnsupportedPictureException("Another format in a BMP");
        }
    }

    @Override
    public int width() throws IOException {
        return decoder.width();
    }

    @Override
    public int height() throws IOException {
        return decoder.height();
    }

    @Override
    public long maxPixels(PictureProperties limits) {
        return limits.maxPixels();
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        return SrgbCanvas.of(decoder.decode(every), SampleColours.SRGB);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
