package io.passport.media.picture;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Checks the chunks of a WebP before it is decoded, for {@link Picture#inspect}. The decoder reports the size of the canvas
 * and allocates the size of the frame, so both must be equal. Only lossy pictures are accepted: a lossless picture or an
 * alpha chunk can have millions of transforms and 65536 codes, which keep the decoder busy for hours or make it allocate
 * hundreds of MB.
 *
 * <p>Source: RFC 9649, section 2 (container); RFC 6386, section 9.1 (frame).
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
     * Checks all chunks. The stream's position does not change.
     *
     * @throws UnsupportedPictureException when the picture is lossless or has alpha
     * @throws IOException when the chunks contradict each other, or one is incomplete
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
                chunks.checkChunks(30, end, chunks.canvasSize());
            }
        } finally {
            webp.reset();
        }
    }

    /** Visits the chunks in the decoder's order, as far as the decoder reads. */
    private void checkChunks(long begin, long end, Dimension size) throws IOException {
        long chunk = begin;
        while (chunk < end) {
            webp.seek(chunk);
            int type = webp.readInt();
            long length = webp.readUnsignedInt();
            long content = webp.getStreamPosition();
            if (type == ANIMATION_FRAME) {
                webp.skipBytes(6);
                checkChunks(content + 16, content + length, canvasSize());
            } else {
                checkChunk(type, length, size);
            }
            chunk = content + length + (length & 1);
        }
    }

    private void checkChunk(int type, long length, Dimension size) throws IOException {
        if (type == PROFILE && Integer.toUnsignedLong(Integer.reverseBytes(webp.readInt())) > length) {
            throw new IOException("A profile larger than its chunk");
        }
        requireLossy(type);
        if (type == LOSSY && !frameSize().equals(size)) {
            throw new IOException("A frame of another size than its canvas");
        }
    }

    private static void requireLossy(int type) throws UnsupportedPictureException {
        if (type == LOSSLESS || type == ALPHA) {
            throw new UnsupportedPictureException("A WebP that is lossless or has alpha");
        }
    }

    private Dimension canvasSize() throws IOException {
        int width = webp.readUnsignedShort() | webp.readUnsignedByte() << 16;
        int height = webp.readUnsignedShort() | webp.readUnsignedByte() << 16;
        return new Dimension(width + 1, height + 1);
    }

    private Dimension frameSize() throws IOException {
        webp.skipBytes(6);
        return new Dimension(webp.readUnsignedShort() & 0x3FFF, webp.readUnsignedShort() & 0x3FFF);
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
