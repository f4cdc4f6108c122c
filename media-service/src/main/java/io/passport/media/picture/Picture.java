package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * An uploaded picture. Its header was read, its pixels are not decoded before {@link #decode}. One thread uses it. Every
 * method that reads throws {@code IOException} when the input's time limit is over, and decoders throw many kinds of
 * {@code RuntimeException} on damaged files.
 */
sealed interface Picture extends AutoCloseable permits BmpPicture, GifPicture, JpegPicture, PngPicture, WebpPicture {

    /** In pixels, as stored; {@link #orientation} is not applied. */
    int width() throws IOException;

    /** In pixels, as stored. */
    int height() throws IOException;

    /** Most pixels that a picture of this kind may have, since the memory for a pixel differs. */
    long maxPixels(PictureProperties limits);

    /** Whether decoding would take too long. */
    default boolean isTooComplex(PictureProperties limits) throws IOException {
        return false;
    }

    /** How the picture has to be turned. */
    default Orientation orientation() {
        return Orientation.TOP_LEFT;
    }

    /**
     * Decodes the picture, or the first frame of an animation, as browsers show it: in sRGB, on white.
     *
     * @param every reduces the size to every n-th pixel of every n-th line
     * @throws UnsupportedPictureException when no browser shows this variant of the format
     * @throws IOException when it is damaged or incomplete
     */
    BufferedImage decode(int every) throws IOException;

    @Override
    void close();
}
