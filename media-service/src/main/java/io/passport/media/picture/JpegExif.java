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

/** What a camera notes beside a JPEG. */
final class JpegExif {

    private JpegExif() {}

    /**
     * How the camera was held, as Exif 2.32 (CIPA DC-008, tag 0112) says it; upright when it says nothing, or nothing
     * that makes sense. Leaves the stream where it was.
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
            Orientation told = ExifUtils.getOrientationFromExif(data.readAllBytes());
            return told == null ? Orientation.TOP_LEFT : told;
        } catch (RuntimeException malformed) {
            return Orientation.TOP_LEFT;
        }
    }
}
