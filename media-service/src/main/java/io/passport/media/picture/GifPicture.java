package io.passport.media.picture;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;

/**
 * A GIF, decoded by the JDK: the logical screen, with the first frame at its place. A frame that is larger than the screen
 * enlarges it.
 *
 * <p>Source: GIF89a, sections 18 (logical screen) and 20 (image descriptor).
 */
final class GifPicture implements Picture {

    private final Decoder decoder;
    private final Point place;
    private final int width;
    private final int height;

    GifPicture(TimeLimitedInput input) throws IOException {
        decoder = new Decoder("gif", input);
        Element frame = element(decoder.frameMetadata(), "ImageDescriptor");
        place = new Point(number(frame, "imageLeftPosition"), number(frame, "imageTopPosition"));
        Element screen = element(decoder.streamMetadata(), "LogicalScreenDescriptor");
        width = Math.max(number(screen, "logicalScreenWidth"), place.x + decoder.width());
        height = Math.max(number(screen, "logicalScreenHeight"), place.y + decoder.height());
    }

    private static Element element(IIOMetadata metadata, String name) {
        var root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        return (Element) root.getElementsByTagName(name).item(0);
    }

    private static int number(Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
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
        return limits.maxPixels();
    }

    @Override
    public BufferedImage decode(int every) throws IOException {
        var screen = new SrgbCanvas(Math.ceilDiv(width, every), Math.ceilDiv(height, every));
        // the first column and line of the frame that are kept: multiples of n on the screen
        int left = Math.ceilDiv(place.x, every);
        int top = Math.ceilDiv(place.y, every);
        int skippedColumns = left * every - place.x;
        int skippedLines = top * every - place.y;
        if (skippedColumns < decoder.width() && skippedLines < decoder.height()) {
            ImageReadParam parameters = decoder.parameters();
            parameters.setSourceSubsampling(every, every, skippedColumns, skippedLines);
            screen.place(decoder.decode(parameters), left, top, SampleColours.SRGB);
        }
        return screen.image();
    }

    @Override
    public void close() {
        decoder.close();
    }
}
