package io.passport.media.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;

/** Encodes JPEGs with full colour resolution: halved, the edges of small coloured letters and logos would be blurred. */
final class JpegEncoder {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private JpegEncoder() {}

    /**
     * Encodes an opaque picture in sRGB.
     *
     * @param quality 0 to 1
     */
    static byte[] encode(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var jpeg = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.write(
                    null, new IIOImage(picture, null, fullColourResolution(writer, picture, parameters)), parameters);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }

    private static IIOMetadata fullColourResolution(
            ImageWriter writer, BufferedImage picture, ImageWriteParam parameters) throws IIOInvalidTreeException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
        var root = (Element) metadata.getAsTree(FORMAT);
        var luminance = (Element) root.getElementsByTagName("componentSpec").item(0);
        luminance.setAttribute("HsamplingFactor", "1");
        luminance.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }
}
