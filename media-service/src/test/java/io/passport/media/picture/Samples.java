package io.passport.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests: the upper half is red and the lower half blue, which shows the orientation. */
public final class Samples {

    private Samples() {}

    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpg", false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg", true);
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "png", false);
    }

    public static byte[] interlacedPng(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_INT_RGB), "png", true);
    }

    /** Transparent black only. */
    public static byte[] transparentPng(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", false);
    }

    public static byte[] bmp(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_3BYTE_BGR), "bmp", false);
    }

    public static byte[] gif(int width, int height) {
        return encoded(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif", false);
    }

    /** A red frame, then a blue frame. */
    public static byte[] animatedGif(int width, int height) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        return written(writer, () -> {
            writer.prepareWriteSequence(null);
            for (Color color : new Color[] {Color.RED, Color.BLUE}) {
                var frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                Graphics2D canvas = frame.createGraphics();
                canvas.setColor(color);
                canvas.fillRect(0, 0, width, height);
                canvas.dispose();
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        });
    }

    /** A JPEG with four channels. */
    public static byte[] cmykJpeg(int width, int height) {
        WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.canWriteRasters()) {
                return written(writer, () -> writer.write(null, new IIOImage(inks, null, null), null));
            }
        }
        throw new IllegalStateException("No writer takes a raster");
    }

    public static byte[] lossyWebp() {
        return resource("lossy.webp");
    }

    public static byte[] losslessWebpWithAlpha() {
        return resource("lossless-with-alpha.webp");
    }

    /** The JPEG with an Exif segment that has this orientation, and a comment. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] comment = "Taken at home".getBytes(StandardCharsets.US_ASCII);
        return assembled(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xFFE1);
            out.writeShort(exif.length + 2);
            out.write(exif);
            out.writeShort(0xFFFE);
            out.writeShort(comment.length + 2);
            out.write(comment);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** A progressive JPEG that repeats its last scan: a few bytes each, but each processes all pixels. */
    public static byte[] jpegOfManyScans(int width, int height, int scans) {
        return jpegOfManyScans(width, height, scans, new byte[0]);
    }

    /** Repeats the last scan of a progressive JPEG, each with a comment before it, which may be empty. */
    public static byte[] jpegOfManyScans(int width, int height, int scans, byte[] comment) {
        byte[] jpeg = progressiveJpeg(width, height);
        int last = jpeg.length - 2;
        while (jpeg[last] != (byte) 0xFF || jpeg[last + 1] != (byte) 0xDA) {
            last--;
        }
        int lastScan = last;
        return assembled(out -> {
            out.write(jpeg, 0, lastScan);
            for (int scan = 0; scan < scans; scan++) {
                out.writeShort(0xFFFE);
                out.writeShort(2 + comment.length);
                out.write(comment);
                out.write(jpeg, lastScan, jpeg.length - 2 - lastScan);
            }
            out.writeShort(0xFFD9);
        });
    }

    /** The start of a PNG with its size. */
    public static byte[] pngHeader(int width, int height) {
        byte[] header = Arrays.copyOf(png(1, 1), 16 + 8);
        byte[] rest = Arrays.copyOfRange(png(1, 1), 16 + 8, 60);
        return assembled(out -> {
            out.write(header, 0, 16);
            out.writeInt(width);
            out.writeInt(height);
            out.write(rest);
        });
    }

    /** The start of a lossless WebP with its size, up to 16384 a side. */
    public static byte[] webpHeader(int width, int height) {
        return assembled(out -> {
            out.writeBytes("RIFF");
            out.writeInt(Integer.reverseBytes(18));
            out.writeBytes("WEBPVP8L");
            out.writeInt(Integer.reverseBytes(5));
            out.writeByte(0x2F);
            out.writeInt(Integer.reverseBytes(width - 1 | height - 1 << 14));
            out.writeByte(0);
        });
    }

    public static byte[] htmlWithPngMagic() {
        return assembled(out -> {
            out.write(png(1, 1), 0, 8);
            out.writeBytes("<html><script>alert(1)</script></html>");
        });
    }

    public static byte[] followedBy(byte[] picture, String text) {
        return assembled(out -> {
            out.write(picture);
            out.writeBytes(text);
        });
    }

    public static byte[] half(byte[] picture) {
        return Arrays.copyOf(picture, picture.length / 2);
    }

    public static BufferedImage decoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(Color.RED);
        canvas.fillRect(0, 0, width, height);
        canvas.setPaint(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format)
                .next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return written(writer, () -> writer.write(null, new IIOImage(image, null, null), param));
    }

    private static byte[] written(ImageWriter writer, Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] assembled(Assembly assembly) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            assembly.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] resource(String name) {
        try (var in = Samples.class.getResourceAsStream("/samples/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private interface Assembly {
        void write(DataOutputStream out) throws IOException;
    }
}
