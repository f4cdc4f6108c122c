package io.passport.media.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * The segments of a JPEG before its first scan. {@link Picture#inspect} reads them before the decoder does. Anything that two
 * decoders could read in two ways is rejected: the size that is checked must be the size that is decoded.
 *
 * <p>Source: ITU-T T.81, annex B; ICC.1, annex B.4 (profile).
 */
final class JpegHeader {

    /** Photos have some dozens, most of them parts of one colour profile. */
    private static final int MAX_SEGMENTS = 1000;

    private static final byte[] PROFILE = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);

    private final ImageInputStream jpeg;
    private boolean progressive;
    private int components;
    private int componentsInFirstScan;

    private JpegHeader(ImageInputStream jpeg) {
        this.jpeg = jpeg;
    }

    /**
     * Reads the header. The stream's position does not change.
     *
     * @throws UnsupportedPictureException when the JPEG is not baseline, extended sequential or progressive (SOF0 to SOF2)
     * @throws IOException when the header is damaged, ambiguous, or has more than 1000 segments
     */
    static JpegHeader of(ImageInputStream jpeg) throws IOException {
        var header = new JpegHeader(jpeg);
        jpeg.mark();
        try {
            jpeg.seek(2);
            header.read();
        } finally {
            jpeg.reset();
        }
        return header;
    }

    /** Whether the decoder must hold the whole picture in memory, because several scans make up the same pixels. */
    boolean needsFullDecode() {
        return progressive || componentsInFirstScan < components;
    }

    private void read() throws IOException {
        for (int segment = 0; segment < MAX_SEGMENTS; segment++) {
            int marker = nextMarker();
            long end = jpeg.getStreamPosition() + jpeg.readUnsignedShort();
            if (marker == 0xDA) {
                componentsInFirstScan = jpeg.readUnsignedByte();
                return;
            }
            check(marker, end);
            jpeg.seek(end);
        }
        throw new IOException("Too many segments");
    }

    /** Skips bytes between segments, as decoders do. */
    private int nextMarker() throws IOException {
        int next = jpeg.readUnsignedByte();
        while (next != 0xFF) {
            next = jpeg.readUnsignedByte();
        }
        while (next == 0xFF) {
            next = jpeg.readUnsignedByte();
        }
        return next;
    }

    private void check(int marker, long end) throws IOException {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> readFrame(marker);
            // tables, restart interval, comment
            case 0xC4, 0xDB, 0xDD, 0xFE -> {}
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw new UnsupportedPictureException("Frame type SOF" + (marker - 0xC0));
            case 0xE2 -> checkProfile(end);
            default -> {
                if (marker < 0xE0 || marker > 0xEF) {
                    throw new IOException("Unexpected marker: " + marker);
                }
            }
        }
    }

    private void readFrame(int marker) throws IOException {
        if (components > 0) {
            throw new IOException("Several frames");
        }
        progressive = marker == 0xC2;
        // precision, height, width
        jpeg.skipBytes(5);
        components = jpeg.readUnsignedByte();
    }

    /** The decoder allocates the size that the profile's first bytes state, without checking it. */
    private void checkProfile(long end) throws IOException {
        byte[] name = new byte[PROFILE.length];
        jpeg.readFully(name);
        if (!Arrays.equals(name, PROFILE)) {
            return;
        }
        jpeg.skipBytes(1);
        int number = jpeg.readUnsignedByte();
        int count = jpeg.readUnsignedByte();
        boolean first = number <= 1 || count <= 1;
        if (first && (jpeg.getStreamPosition() + 4 > end || jpeg.readUnsignedInt() > jpeg.length())) {
            throw new IOException("A profile with a false size");
        }
    }
}
