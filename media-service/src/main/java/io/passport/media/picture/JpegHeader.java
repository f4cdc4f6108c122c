package io.passport.media.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * A JPEG up to its first scan. What two decoders could read in two ways is refused: the size that is checked has to be
 * the size that is decoded.
 *
 * <p>Source: ITU-T T.81, annex B; ICC.1, annex B.4, for the profile.
 */
final class JpegHeader {

    /** Photos have some dozens, the larger part of them pieces of one profile. */
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
     * Reads it, and leaves the stream where it was.
     *
     * @throws UnsupportedPictureException when it is neither baseline, extended sequential nor progressive (SOF0 to SOF2)
     * @throws IOException when it is damaged, ambiguous, or longer than any photo's
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

    /** Whether the decoder keeps the picture as a whole, since more than one scan adds to the same pixels. */
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

    /** As decoders do, skips bytes that belong to no segment. */
    private int nextMarker() throws IOException {
        int found = jpeg.readUnsignedByte();
        while (found != 0xFF) {
            found = jpeg.readUnsignedByte();
        }
        while (found == 0xFF) {
            found = jpeg.readUnsignedByte();
        }
        return found;
    }

    private void check(int marker, long end) throws IOException {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> readFrame(marker);
            // tables, restart interval, comment
            case 0xC4, 0xDB, 0xDD, 0xFE -> {}
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw new UnsupportedPictureException("Frame of kind " + (marker - 0xC0));
            case 0xE2 -> checkProfile(end);
            default -> {
                if (marker < 0xE0 || marker > 0xEF) {
                    throw new IOException("Marker out of place: " + marker);
                }
            }
        }
    }

    private void readFrame(int marker) throws IOException {
        if (components > 0) {
            throw new IOException("More than one frame");
        }
        progressive = marker == 0xC2;
        // precision, height, width
        jpeg.skipBytes(5);
        components = jpeg.readUnsignedByte();
    }

    /** The decoder makes room for as much as the profile's first bytes say, before it looks whether there is so much. */
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
            throw new IOException("A profile that is not as large as it says");
        }
    }
}
