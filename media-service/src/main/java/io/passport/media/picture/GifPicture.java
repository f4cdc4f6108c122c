package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReadParam;

/**
 * A GIF, decoded by the JDK: the logical screen, with the first frame at its place. A frame that is larger than the screen
 * enlarges it. Both are read here: the JDK would build a tree of all comments.
 *
 * <p>Source: GIF89a, sections 18 (logical screen) and 20 (image descriptor).
 */
final class GifPicture implements Picture {

    private final Decoder decoder;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    GifPicture(byte[] bytes, TimeLimitedInput input) throws IOException {
        decoder = new Decoder("gif", input);
        ByteBuffer gif = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        skipToFirstFrame(gif);
        left = Short.toUnsignedInt(gif.getShort());
        top = Short.toUnsignedInt(gif.getShort());
        width = Math.max(Short.toUnsignedInt(gif.getShort(6)), left + decoder.width());
        height = Math.max(Short.toUnsignedInt(gif.getShort(8)), top + decoder.height());
    }

    /** Skips the colour table and the extensions, each a label and blocks up to an empty one. */
    private static void skipToFirstFrame(ByteBuffer gif) {
        int flags = gif.get(10);
        gif.position(13 + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1));
        while (gif.get() == 0x21) {
            gif.get();
            int length = Byte.toUnsignedInt(gif.get());
            while (length > 0) {
                gif.position(gif.position() + length);
                length = Byte.toUnsignedInt(gif.get());
            }
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public long maxPixels(PictureProperties limits) {
        return limits.maxPixels();
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        var screen = new SrgbCanvas(Math.ceilDiv(width, every), Math.ceilDiv(height, every));
        // the first column and line of the frame that are kept: multiples of n on the screen
        int firstColumn = Math.ceilDiv(left, every);
        int firstLine = Math.ceilDiv(top, every);
        int skippedColumns = firstColumn * every - left;
        int skippedLines = firstLine * every - top;
        if (skippedColumns < decoder.width() && skippedLines < decoder.height()) {
            ImageReadParam parameters = decoder.parameters();
            parameters.setSourceSubsampling(every, every, skippedColumns, skippedLines);
            screen.place(decoder.decode(parameters), firstColumn, firstLine, SampleColours.SRGB);
        }
        return screen.image();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
