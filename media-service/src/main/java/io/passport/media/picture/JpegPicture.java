package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import net.coobird.thumbnailator.util.exif.Orientation;

/** A JPEG, decoded by the JDK's libjpeg. TwelveMonkeys converts CMYK, and the colours of a profile. */
final class JpegPicture implements Picture {

    /** libjpeg's warning about missing data, which it replaces by grey. Others come from harmless flaws of cameras. */
    private static final String TRUNCATION_WARNING = "premature end";

    /** Most scans of the largest accepted progressive JPEG. They have about ten; smaller pictures may have more. */
    private static final int MAX_SCANS = 16;

    private final JpegHeader header;
    private final Decoder decoder;
    private final int scans;

    JpegPicture(byte[] jpeg, TimeLimitedInput input) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        header = JpegHeader.read(file);
        scans = scansIn(file.slice());
        byte[] cleaned = header.cleaned();
        byte[] all = new byte[cleaned.length + file.remaining()];
        System.arraycopy(cleaned, 0, all, 0, cleaned.length);
        file.get(all, cleaned.length, file.remaining());
        decoder = new Decoder("jpeg", input.with(all));
    }

    /** Counts up to the end of the picture: some cameras append another one. Segments may contain anything, so they are skipped. */
    private static int scansIn(ByteBuffer jpeg) {
        int count = 1;
        while (jpeg.remaining() > 3) {
            int marker = jpeg.get() == (byte) 0xFF ? Byte.toUnsignedInt(jpeg.get(jpeg.position())) : 0;
            if (marker == 0xD9) {
                return count;
            }
            count += marker == 0xDA ? 1 : 0;
            if (hasLength(marker)) {
                int length = Math.max(2, Short.toUnsignedInt(jpeg.getShort(jpeg.position() + 1)));
                jpeg.position(Math.min(jpeg.limit(), jpeg.position() + 1 + length));
            }
        }
        return count;
    }

    /** Not: FF as a filler, FF within a scan (00), TEM, RST, SOI and EOI. */
    private static boolean hasLength(int marker) {
        return marker >= 0xC0 && marker < 0xFF && (marker < 0xD0 || marker > 0xD9);
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
        return header.needsFullDecode() ? limits.maxProgressivePixels() : limits.maxPixels();
    }

    /** Each scan takes time for all pixels, even when it takes only a few bytes. */
    @Override
    public boolean isTooComplex(PictureProperties limits) throws IOException {
        return (long) scans * width() * height() > MAX_SCANS * limits.maxProgressivePixels();
    }

    @Override
    public Orientation orientation() {
        return header.orientation();
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        List<String> truncations = decoder.warningsWith(TRUNCATION_WARNING);
        BufferedImage image = decoder.decode(every);
        if (!truncations.isEmpty()) {
            throw new IOException(truncations.getFirst());
        }
        return SrgbCanvas.of(image, SampleColours.SRGB);
    }

    @Override
    public void close() {
        decoder.close();
    }
}
