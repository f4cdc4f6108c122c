package io.passport.media.picture;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How the camera was held, as Exif 2.32 (CIPA DC-008, tag 0112) says it. Nothing else of the metadata is looked at. */
final class ExifOrientation {

    private ExifOrientation() {}

    /** The orientation of a JPEG; upright when it says none, or nothing that makes sense. Leaves the position alone. */
    static Orientation of(ImageInputStream jpeg) throws IOException {
        jpeg.mark();
        try {
            jpeg.seek(0);
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
            return exif.isEmpty() ? Orientation.TOP_LEFT : toldBy(exif.getFirst());
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
