package io.passport.verify.imagecode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Renders a text as an image that people read easily and text recognition does not. {@link ImageCodeController} calls it for
 * each image. Needs no Redis. Safe for concurrent calls: all state belongs to one image.
 */
@Component
class CaptchaRenderer {

    static final int WIDTH = 200;
    static final int HEIGHT = 75;

    private static final SecureRandom SEEDS = new SecureRandom();

    private final Glyphs glyphs = Glyphs.load();
    private final JpegEncoder jpeg = new JpegEncoder();

    /** Returns a grey JPEG of {@link #WIDTH} × {@link #HEIGHT} pixels. Takes about 0.5 ms of CPU time. */
    byte[] render(String text) {
        RandomGenerator random = new SplittableRandom(SEEDS.nextLong());
        WaveDistortion distortion = new WaveDistortion(random);
        new GlyphLayout(glyphs, random).place(text, distortion);
        new NoiseBands(random).cover(distortion);
        return jpeg.encode(paint(distortion, random));
    }

    private static BufferedImage paint(WaveDistortion distortion, RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(grey(random.nextInt(225, 256)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(grey(random.nextInt(20, 90)));
        canvas.fill(distortion.ink());
        canvas.dispose();
        return image;
    }

    private static Color grey(int brightness) {
        return new Color(brightness, brightness, brightness);
    }
}
