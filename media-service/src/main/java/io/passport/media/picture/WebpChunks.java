package io.passport.media.picture;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The chunks of a WebP, each of which says how large it is. The decoder announces the size of the canvas and makes room for
 * that of the frame, so the two have to be the same. Only lossy ones are taken: a lossless picture, and so alpha, may have
 * millions of transforms and 65536 codes, for which the decoder goes on for hours or makes room for hundreds of MB.
 *
 * <p>Source: RFC 9649, section 2, for the container; RFC 6386, section 9.1, for the frame.
 */
final class WebpChunks {

    private static final int EXTENDED = fourCc("VP8X");
    private static final int PROFILE = fourCc("ICCP");
    private static final int ANIMATION_FRAME = fourCc("ANMF");
    private static final int ALPHA = fourCc("ALPH");
    private static final int LOSSY = fourCc("VP8 ");
    private static final int LOSSLESS = fourCc("VP8L");

    private final ImageInputStream webp;

    private WebpChunks(ImageInputStream webp) {
        this.webp = webp;
    }

    /**
     * Reads them, and leaves the stream where it was.
     *
     * @throws UnsupportedPictureException when it is lossless or has alpha
     * @throws IOException when they contradict one another
     */
    static void check(ImageInputStream webp) throws IOException {
        webp.mark();
        try {
            webp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            webp.seek(4);
            long end = 8 + webp.readUnsignedInt();
            webp.seek(12);
            int first = webp.readInt();
            requireLossy(first);
            if (first == EXTENDED) {
                webp.seek(24);
                var chunks = new WebpChunks(webp);
                chunks.walk(30, end, chunks.wideSize());
            }
        } finally {
            webp.reset();
        }
    }

    /** In the decoder's order, and up to where the decoder reads. */
    private void walk(long begin, long end, Dimension size) throws IOException {
        long chunk = begin;
        while (chunk < end) {
            webp.seek(chunk);
            int type = webp.readInt();
            long length = webp.readUnsignedInt();
            long content = webp.getStreamPosition();
            if (type == ANIMATION_FRAME) {
                webp.skipBytes(6);
                walk(content + 16, content + length, wideSize());
            } else {
                compare(type, length, size);
            }
            chunk = content + length + (length & 1);
        }
    }

    private void compare(int type, long length, Dimension size) throws IOException {
        if (type == PROFILE && Integer.toUnsignedLong(Integer.reverseBytes(webp.readInt())) > length) {
            throw new IOException("A profile larger than its chunk");
        }
        requireLossy(type);
        if (type == LOSSY && !lossySize().equals(size)) {
            throw new IOException("A frame of another size than its canvas");
        }
    }

    private static void requireLossy(int type) throws UnsupportedPictureException {
        if (type == LOSSLESS || type == ALPHA) {
            throw new UnsupportedPictureException("A WebP that is lossless or has alpha");
        }
    }

    private Dimension wideSize() throws IOException {
        int width = webp.readUnsignedShort() | webp.readUnsignedByte() << 16;
        int height = webp.readUnsignedShort() | webp.readUnsignedByte() << 16;
        return new Dimension(width + 1, height + 1);
    }

    private Dimension lossySize() throws IOException {
        webp.skipBytes(6);
        return new Dimension(webp.readUnsignedShort() & 0x3FFF, webp.readUnsignedShort() & 0x3FFF);
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
