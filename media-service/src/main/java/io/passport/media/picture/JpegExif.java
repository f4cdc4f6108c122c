package io.passport.media.picture;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Reads a JPEG's Exif metadata. */
final class JpegExif {

    private JpegExif() {}

    /**
     * The orientation (Exif 2.32, CIPA DC-008, tag 0112), or upright when it is missing or invalid. The stream's position
     * does not change.
     *
     * @throws IOException when the JPEG's segments cannot be read
     */
    static Orientation orientation(ImageInputStream jpeg) throws IOException {
        List<JPEGSegment> exif = segments(jpeg);
        return exif.isEmpty() ? Orientation.TOP_LEFT : orientationIn(exif.getFirst());
    }

    private static List<JPEGSegment> segments(ImageInputStream jpeg) throws IOException {
        jpeg.mark();
        try {
            jpeg.seek(0);
            return JPEGSegmentUtil.readSegments(jpeg, Map.of(JPEG.APP1, List.of("Exif")));
        } finally {
            jpeg.reset();
        }
    }

    private static Orientation orientationIn(JPEGSegment exif) throws IOException {
        try (var data = exif.segmentData()) {
            Orientation orientation = ExifUtils.getOrientationFromExif(data.readAllBytes());
            return orientation == null ? Orientation.TOP_LEFT : orientation;
        } catch (RuntimeException malformed) {
            return Orientation.TOP_LEFT;
        }
    }
}
