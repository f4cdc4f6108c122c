package io.passport.media.picture;

import com.luciad.imageio.webp.WebPReadParam;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A WebP, decoded by libwebp. Of an animation the first frame is decoded and placed on the canvas. libwebp scales while it
 * decodes: besides the result it holds only some lines of a lossy picture, and 4 bytes a pixel of a lossless one.
 *
 * <p>Source: RFC 9649, section 2 (container).
 */
final class WebpPicture implements Picture {

    private final List<Chunk> chunks;
    private final List<Chunk> streams;
    private final Decoder decoder;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    WebpPicture(byte[] webp, TimeLimitedInput input) throws IOException {
        chunks = chunks(ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).position(12));
        ByteBuffer frame = first("ANMF");
        if (frame.hasRemaining()) {
            ByteBuffer picture = frame.slice(16, frame.remaining() - 16).order(ByteOrder.LITTLE_ENDIAN);
            decoder = new Decoder("webp", input.with(bytes(picture)));
            left = 2 * threeBytes(frame, 0);
            top = 2 * threeBytes(frame, 3);
            width = threeBytes(first("VP8X"), 4) + 1;
            height = threeBytes(first("VP8X"), 7) + 1;
            streams = chunks(picture);
        } else {
            decoder = new Decoder("webp", input);
            left = 0;
            top = 0;
            width = decoder.width();
            height = decoder.height();
            streams = chunks;
        }
        // the frame's own header decides what is decoded
        if (left + decoder.width() > width || top + decoder.height() > height) {
            throw new IOException("A frame outside of its canvas");
        }
    }

    private record Chunk(String type, ByteBuffer content) {}

    /** The chunks, as far as they are complete: whether the picture is, the decoder decides. */
    private static List<Chunk> chunks(ByteBuffer file) {
        var chunks = new ArrayList<Chunk>();
        while (file.remaining() >= 8) {
            String type = "" + (char) file.get() + (char) file.get() + (char) file.get() + (char) file.get();
            int length = Math.min(file.getInt() & Integer.MAX_VALUE, file.remaining());
            chunks.add(new Chunk(type, file.slice(file.position(), length).order(ByteOrder.LITTLE_ENDIAN)));
            file.position(Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        return chunks;
    }

    /** The content of the first chunk of this type, or nothing. */
    private ByteBuffer first(String type) {
        return chunks.stream()
                .filter(chunk -> chunk.type().equals(type))
                .findFirst()
                .map(Chunk::content)
                .orElseGet(() -> ByteBuffer.allocate(0));
    }

    private static byte[] bytes(ByteBuffer chunk) {
        return Arrays.copyOfRange(chunk.array(), chunk.arrayOffset(), chunk.arrayOffset() + chunk.remaining());
    }

    private static int threeBytes(ByteBuffer chunk, int at) {
        return Short.toUnsignedInt(chunk.getShort(at)) | Byte.toUnsignedInt(chunk.get(at + 2)) << 16;
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
        return limits.maxWebpPixels();
    }

    @Override
    public Orientation orientation() {
        return ExifOrientation.of(bytes(first("EXIF")));
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        checkStreams();
        var canvas = new SrgbCanvas(Math.ceilDiv(width, every), Math.ceilDiv(height, every));
        SampleColours colours =
                IccProfile.of(bytes(first("ICCP")), 3).map(IccProfile::colours).orElse(SampleColours.SRGB);
        canvas.place(scaledDown(every), left / every, top / every, colours);
        return canvas.image();
    }

    private void checkStreams() throws IOException {
        for (Chunk stream : streams) {
            if (stream.type().equals("VP8L")) {
                LosslessWebp.check(stream.content());
            } else if (stream.type().equals("ALPH")) {
                LosslessWebp.checkAlpha(stream.content(), decoder.width(), decoder.height());
            }
        }
    }

    private BufferedImage scaledDown(int every) throws IOException {
        var parameters = new WebPReadParam();
        parameters.setUseScaling(every > 1);
        parameters.setScaledWidth(Math.ceilDiv(decoder.width(), every));
        parameters.setScaledHeight(Math.ceilDiv(decoder.height(), every));
        try {
            return decoder.decode(parameters);
        } catch (OutOfMemoryError damaged) {
            // The binding throws it itself, not the JVM: libwebp has the same status for some damaged files.
            throw new IOException("libwebp could not decode the picture", damaged);
        }
    }

    @Override
    public void close() {
        decoder.close();
    }
}
