package io.passport.media.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * The segments of a JPEG before its first scan, read as libjpeg reads them: it skips bytes between segments. Keeps only those
 * that the decoder needs, so that no two readers see two different pictures.
 *
 * <p>Source: ITU-T T.81, annex B; ICC.1, annex B.4 (profile).
 */
final class JpegHeader {

    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    /** More than all tables and the 64 KB of a JFIF thumbnail. */
    private static final int MAX_KEPT = 256 << 10;

    private final ByteBuffer jpeg;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final List<byte[]> profileParts = new ArrayList<>();
    private Orientation orientation = Orientation.TOP_LEFT;
    private boolean progressive;
    private boolean hasHuffmanTables;
    private int components;
    private int componentsInFirstScan;

    private JpegHeader(ByteBuffer jpeg) {
        this.jpeg = jpeg;
    }

    /**
     * Reads the header, up to the first scan.
     *
     * @throws UnsupportedPictureException when the JPEG is not baseline, extended sequential or progressive (SOF0 to SOF2)
     *     with 8 bits a sample
     * @throws IOException when the header is damaged
     */
    static JpegHeader read(ByteBuffer jpeg) throws IOException {
        var header = new JpegHeader(jpeg);
        header.read();
        return header;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Whether the decoder must hold the whole picture in memory, because several scans make up the same pixels. */
    boolean needsFullDecode() {
        return progressive || componentsInFirstScan < components;
    }

    /** The header with the segments that the decoder needs. The first scan follows. */
    byte[] cleaned() {
        var cleaned = new ByteArrayOutputStream();
        cleaned.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        profile().ifPresent(parts -> parts.forEach(part -> JpegSegment.write(cleaned, 0xE2, part)));
        if (!hasHuffmanTables) {
            JpegSegment.writeStandardHuffmanTables(cleaned);
        }
        cleaned.writeBytes(kept.toByteArray());
        return cleaned.toByteArray();
    }

    private void read() throws IOException {
        jpeg.position(2);
        while (componentsInFirstScan == 0) {
            int marker = nextMarker();
            int length = Short.toUnsignedInt(jpeg.getShort()) - 2;
            if (length < 0) {
                throw new IOException("A segment without its length");
            }
            byte[] content = new byte[length];
            jpeg.get(content);
            read(marker, content);
            if (kept.size() > MAX_KEPT) {
                throw new IOException("Too many tables");
            }
        }
    }

    /** Skips what has no content: bytes between segments, 00, TEM and RST. */
    private int nextMarker() {
        int marker = 0;
        while (marker <= 1 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD7)) {
            while (marker != 0xFF) {
                marker = Byte.toUnsignedInt(jpeg.get());
            }
            marker = Byte.toUnsignedInt(jpeg.get());
        }
        return marker;
    }

    private void read(int marker, byte[] content) throws IOException {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> readFrame(marker, content);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                throw new UnsupportedPictureException("Frame type SOF" + (marker - 0xC0));
            case 0xD8, 0xD9 -> throw new IOException("No scan");
            case 0xDA -> componentsInFirstScan = Math.max(1, Byte.toUnsignedInt(content[0]));
            case 0xC4 -> hasHuffmanTables = true;
            case 0xE0 -> keepIf(JFIF, marker, content);
            case 0xE1 -> readExif(content);
            case 0xE2 -> readProfilePart(content);
            case 0xEE -> keepIf(ADOBE, marker, content);
            default -> {
                // tables are kept below; comments and other metadata are not
            }
        }
        if (marker == 0xDB) {
            JpegSegment.writeQuantizationTables(kept, content);
        } else if (marker == 0xDD || (marker >= 0xC0 && marker <= 0xC4) || marker == 0xDA) {
            JpegSegment.write(kept, marker, content);
        }
    }

    private void readFrame(int marker, byte[] content) throws IOException {
        if (components > 0) {
            throw new IOException("Several frames");
        }
        if (content[0] != 8) {
            throw new UnsupportedPictureException("Bits a sample: " + content[0]);
        }
        progressive = marker == 0xC2;
        // precision, height, width
        components = Byte.toUnsignedInt(content[5]);
        if (components == 0) {
            throw new IOException("A frame without components");
        }
    }

    private void readExif(byte[] content) {
        if (startsWith(content, EXIF) && orientation == Orientation.TOP_LEFT) {
            orientation = ExifOrientation.of(content);
        }
    }

    private void readProfilePart(byte[] content) {
        if (startsWith(content, PROFILE) && content.length >= PROFILE.length + 2) {
            profileParts.add(content);
        }
    }

    private void keepIf(byte[] name, int marker, byte[] content) {
        if (startsWith(content, name)) {
            JpegSegment.write(kept, marker, content);
        }
    }

    private static boolean startsWith(byte[] content, byte[] name) {
        return content.length >= name.length && Arrays.equals(content, 0, name.length, name, 0, name.length);
    }

    /** The parts of the profile in order, or empty when parts are missing or the profile cannot be used. */
    private Optional<List<byte[]>> profile() {
        var parts = new byte[profileParts.size()][];
        for (byte[] part : profileParts) {
            int number = Byte.toUnsignedInt(part[PROFILE.length]);
            int count = Byte.toUnsignedInt(part[PROFILE.length + 1]);
            if (count != parts.length || number < 1 || number > count || parts[number - 1] != null) {
                return Optional.empty();
            }
            parts[number - 1] = part;
        }
        var profile = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            profile.write(part, PROFILE.length + 2, part.length - PROFILE.length - 2);
        }
        return IccProfile.of(profile.toByteArray(), components).map(usable -> List.of(parts));
    }
}
