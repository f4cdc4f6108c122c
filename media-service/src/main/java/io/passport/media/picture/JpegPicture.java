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

    /** Counts up to the end of the picture: some cameras append another one. */
    private static int scansIn(ByteBuffer scans) {
        int count = 1;
        while (scans.remaining() > 1) {
            if (scans.get() == (byte) 0xFF) {
                int marker = Byte.toUnsignedInt(scans.get(scans.position()));
                if (marker == 0xD9) {
                    return count;
                }
                count += marker == 0xDA ? 1 : 0;
            }
        }
        return count;
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
