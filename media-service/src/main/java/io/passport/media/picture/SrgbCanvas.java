package io.passport.media.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** A white image in sRGB on which decoded pixels are placed. */
final class SrgbCanvas {

    private final BufferedImage canvas;

    SrgbCanvas(int width, int height) {
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] white = new int[width];
        Arrays.fill(white, 0xFFFFFF);
        for (int y = 0; y < height; y++) {
            canvas.setRGB(0, y, width, 1, white, 0, width);
        }
    }

    /** An opaque image in sRGB with these pixels. */
    static BufferedImage of(BufferedImage pixels, SampleColours colours) {
        var canvas = new SrgbCanvas(pixels.getWidth(), pixels.getHeight());
        canvas.place(pixels, 0, 0, colours);
        return canvas.image();
    }

    BufferedImage image() {
        return canvas;
    }

    /** Places the pixels at this position. What lies outside is cut off. */
    void place(BufferedImage pixels, int left, int top, SampleColours colours) {
        int width = Math.min(pixels.getWidth(), canvas.getWidth() - left);
        int height = Math.min(pixels.getHeight(), canvas.getHeight() - top);
        if (width <= 0) {
            return;
        }
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            read(pixels, y, line);
            colours.toSrgb(line);
            blendOnWhite(line);
            canvas.setRGB(left, top + y, width, 1, line, 0, width);
        }
    }

    /** Reads a line as ARGB without converting its colours. Java would convert grey values as if they were linear light. */
    private static void read(BufferedImage pixels, int y, int[] argb) {
        ColorModel model = pixels.getColorModel();
        if (model.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
            pixels.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
            return;
        }
        Raster samples = pixels.getRaster();
        int shift = model.getComponentSize(0) - 8;
        int[] grey = samples.getSamples(0, y, argb.length, 1, 0, (int[]) null);
        int[] alpha = model.hasAlpha() ? samples.getSamples(0, y, argb.length, 1, 1, (int[]) null) : null;
        for (int x = 0; x < argb.length; x++) {
            int opacity = alpha == null ? 0xFF : alpha[x] >> shift;
            argb[x] = opacity << 24 | (grey[x] >> shift) * 0x010101;
        }
    }

    private static void blendOnWhite(int[] argb) {
        for (int x = 0; x < argb.length; x++) {
            int alpha = argb[x] >>> 24;
            if (alpha < 0xFF) {
                argb[x] = onWhite(argb[x] >> 16 & 0xFF, alpha) << 16
                        | onWhite(argb[x] >> 8 & 0xFF, alpha) << 8
                        | onWhite(argb[x] & 0xFF, alpha);
            }
        }
    }

    private static int onWhite(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
