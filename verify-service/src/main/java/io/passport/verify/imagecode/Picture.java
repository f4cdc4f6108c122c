package io.passport.verify.imagecode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Draws an answer so that a person reads it at a glance and a text reader does not. */
@Component
class Picture {

    static final int WIDTH = 200;
    static final int HEIGHT = 75;

    private static final SecureRandom SEEDS = new SecureRandom();

    private final Glyphs glyphs = Glyphs.load();
    private final Jpeg jpeg = new Jpeg();

    /** A grey JPEG of {@link #WIDTH} × {@link #HEIGHT}. */
    byte[] of(String answer) {
        RandomGenerator random = new SplittableRandom(SEEDS.nextLong());
        Bend bend = new Bend(random);
        new Lettering(glyphs, random).write(answer, bend);
        new Camouflage(random).cover(bend);
        return jpeg.encode(paint(bend, random));
    }

    private static BufferedImage paint(Bend bend, RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(grey(random.nextInt(225, 256)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(grey(random.nextInt(20, 90)));
        canvas.fill(bend.ink());
        canvas.dispose();
        return image;
    }

    private static Color grey(int brightness) {
        return new Color(brightness, brightness, brightness);
    }
}
