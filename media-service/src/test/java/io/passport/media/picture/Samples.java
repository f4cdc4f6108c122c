package io.passport.media.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, drawn when needed. */
public final class Samples {

    private Samples() {}

    /** Red on top, blue at the bottom: shows which side is up. */
    public static BufferedImage redOverBlue(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(Color.RED);
        canvas.fillRect(0, 0, width, height / 2);
        canvas.setPaint(Color.BLUE);
        canvas.fillRect(0, height / 2, width, height - height / 2);
        canvas.dispose();
        return image;
    }

    public static BufferedImage gradient(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.YELLOW, width, height, Color.MAGENTA));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(redOverBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpg", false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return encoded(redOverBlue(width, height, BufferedImage.TYPE_INT_RGB), "jpg", true);
    }

    public static byte[] png(int width, int height) {
        return encoded(redOverBlue(width, height, BufferedImage.TYPE_INT_RGB), "png", false);
    }

    public static byte[] interlacedPng(int width, int height) {
        return encoded(redOverBlue(width, height, BufferedImage.TYPE_INT_RGB), "png", true);
    }

    public static byte[] transparentPng(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", false);
    }

    public static byte[] encoded(BufferedImage image, String format, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format)
                .next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static BufferedImage decoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
