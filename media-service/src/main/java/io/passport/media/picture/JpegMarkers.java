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

/** The little that has to be known of a JPEG before it is decoded. Leaves the stream where it was. */
final class JpegMarkers {

    private JpegMarkers() {}

    /**
     * How the camera was held, as Exif 2.32 (CIPA DC-008, tag 0112) says it; upright when it says nothing, or nothing
     * that makes sense.
     */
    static Orientation orientation(ImageInputStream jpeg) throws IOException {
        List<JPEGSegment> exif = segments(jpeg, JPEG.APP1, List.of("Exif"));
        return exif.isEmpty() ? Orientation.TOP_LEFT : toldBy(exif.getFirst());
    }

    /** Whether its scans refine the picture as a whole, which the decoder then keeps as a whole. */
    static boolean isProgressive(ImageInputStream jpeg) throws IOException {
        return !segments(jpeg, JPEG.SOF2, JPEGSegmentUtil.ALL_IDS).isEmpty();
    }

    private static List<JPEGSegment> segments(ImageInputStream jpeg, int marker, List<String> ids) throws IOException {
        jpeg.mark();
        try {
            jpeg.seek(0);
            return JPEGSegmentUtil.readSegments(jpeg, Map.of(marker, ids));
        } finally {
            jpeg.reset();
        }
    }

    private static Orientation toldBy(JPEGSegment exif) throws IOException {
        try (var data = exif.segmentData()) {
            Orientation told = ExifUtils.getOrientationFromExif(data.readAllBytes());
            return told == null ? Orientation.TOP_LEFT : told;
        } catch (RuntimeException malformed) {
            return Orientation.TOP_LEFT;
        }
    }
}
