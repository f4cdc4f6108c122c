package io.passport.media.picture;

import com.luciad.imageio.webp.WebPReadParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A WebP, decoded by libwebp. Of an animation the first frame is decoded and placed on the canvas. libwebp scales while it
 * decodes: besides the result it holds only some lines of a lossy picture, and 4 bytes a pixel of a lossless one.
 *
 * <p>Source: RFC 9649, section 2 (container).
 */
final class WebpPicture implements Picture {

    private static final Set<String> USED = Set.of("VP8X", "ANMF", "ALPH", "VP8 ", "VP8L", "ICCP", "EXIF");

    private final Map<String, ByteBuffer> chunks;
    private final Map<String, ByteBuffer> frame;
    private final TimeLimitedInput time;
    private final Decoder decoder;
    private final int left;
    private final int top;
    private final int width;
    private final int height;

    WebpPicture(byte[] webp, TimeLimitedInput input) throws IOException {
        chunks = chunks(ByteBuffer.wrap(webp, 12, webp.length - 12));
        time = input;
        ByteBuffer animation = chunks.get("ANMF");
        frame = animation == null ? chunks : chunks(animation.slice(16, animation.remaining() - 16));
        decoder = new Decoder("webp", input.with(streams()));
        left = animation == null ? 0 : 2 * threeBytes(animation, 0);
        top = animation == null ? 0 : 2 * threeBytes(animation, 3);
        ByteBuffer canvas = chunks.get("VP8X");
        width = canvas == null ? decoder.width() : threeBytes(canvas, 4) + 1;
        height = canvas == null ? decoder.height() : threeBytes(canvas, 7) + 1;
        // the frame's own header decides what is decoded
        if (left + decoder.width() > width || top + decoder.height() > height) {
            throw new IOException("A frame outside of its canvas");
        }
    }

    /** The first chunk of each used type, as far as they are complete. */
    private static Map<String, ByteBuffer> chunks(ByteBuffer file) {
        var chunks = new HashMap<String, ByteBuffer>();
        file.order(ByteOrder.LITTLE_ENDIAN);
        while (file.remaining() >= 8) {
            String type = "" + (char) file.get() + (char) file.get() + (char) file.get() + (char) file.get();
            int length = file.getInt();
            if (length < 0 || length > file.remaining()) {
                break;
            }
            if (USED.contains(type)) {
                chunks.putIfAbsent(type, file.slice(file.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            }
            file.position(Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        return chunks;
    }

    /**
     * Only what libwebp decodes and {@link #checkStreams} checks. In a whole file libwebp would find streams that are in no
     * chunk.
     */
    private byte[] streams() throws IOException {
        var streams = new ByteArrayOutputStream();
        if (frame.containsKey("VP8L")) {
            write(streams, "VP8L");
        } else if (frame.containsKey("VP8 ")) {
            write(streams, "ALPH");
            write(streams, "VP8 ");
        } else {
            throw new IOException("No picture in the WebP");
        }
        return streams.toByteArray();
    }

    private void write(ByteArrayOutputStream streams, String type) {
        ByteBuffer content = frame.get(type);
        if (content != null) {
            int length = content.remaining();
            streams.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
            streams.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(length)
                    .array());
            streams.write(content.array(), content.arrayOffset(), length);
            streams.writeBytes(new byte[length & 1]);
        }
    }

    /** The content of the first chunk of this type, or nothing. */
    private byte[] first(String type) {
        ByteBuffer content = chunks.get(type);
        return content == null ? new byte[0] : bytes(content);
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
        return ExifOrientation.of(first("EXIF"));
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        checkStreams();
        var canvas = new SrgbCanvas(Math.ceilDiv(width, every), Math.ceilDiv(height, every));
        SampleColours colours =
                IccProfile.of(first("ICCP"), 3).map(IccProfile::colours).orElse(SampleColours.SRGB);
        canvas.place(scaledDown(every), left / every, top / every, colours);
        return canvas.image();
    }

    private void checkStreams() throws IOException {
        ByteBuffer lossless = frame.get("VP8L");
        ByteBuffer alpha = frame.get("ALPH");
        if (lossless != null) {
            LosslessWebp.check(lossless, decoder.width(), decoder.height(), time);
        } else if (alpha != null) {
            LosslessWebp.checkAlpha(alpha, decoder.width(), decoder.height(), time);
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
