package io.passport.media.picture;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The chunks of an extended WebP, each of which says how large it is. The decoder announces the size of the canvas and
 * makes room for that of the frame, so the two have to be the same.
 *
 * <p>Source: <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>; RFC 6386, section
 * 9.1, and RFC 9649, section 3.4, for the frames.
 */
final class WebpChunks {

    private static final int EXTENDED = fourCc("VP8X");
    private static final int PROFILE = fourCc("ICCP");
    private static final int ANIMATION_FRAME = fourCc("ANMF");
    private static final int ALPHA = fourCc("ALPH");
    private static final int LOSSY = fourCc("VP8 ");
    private static final int LOSSLESS = fourCc("VP8L");

    /** The compression of alpha that is a lossless picture's, without its header. */
    private static final int ALPHA_LOSSLESS = 1;

    private final ImageInputStream webp;

    private WebpChunks(ImageInputStream webp) {
        this.webp = webp;
    }

    /**
     * Reads them, and leaves the stream where it was.
     *
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
            var chunks = new WebpChunks(webp);
            if (first == EXTENDED) {
                webp.seek(24);
                chunks.walk(30, end, chunks.wideSize());
            } else if (first == LOSSLESS) {
                webp.seek(20);
                chunks.checkLossless(chunks.losslessSize());
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
        if (type == LOSSY) {
            requireSame(lossySize(), size);
        }
        if (type == LOSSLESS) {
            requireSame(losslessSize(), size);
            checkLossless(size);
        }
        if (type == ALPHA && (webp.readUnsignedByte() & 3) == ALPHA_LOSSLESS) {
            checkLossless(size);
        }
    }

    private void checkLossless(Dimension size) throws IOException {
        LosslessHeader.check(webp, size.width, size.height);
    }

    private static void requireSame(Dimension frame, Dimension canvas) throws IOException {
        if (!frame.equals(canvas)) {
            throw new IOException("A frame of another size than its canvas");
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

    private Dimension losslessSize() throws IOException {
        webp.skipBytes(1);
        int bits = webp.readInt();
        return new Dimension((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
