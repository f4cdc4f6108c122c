package io.passport.verify.imagecode;

import java.util.random.RandomGenerator;

/**
 * Places the characters of one image, each with a random typeface, size, slant, rotation and height. Each is rotated by 17 to
 * 43 degrees: people still read it easily, text recognition expects upright characters.
 */
final class GlyphLayout {

    /** Radians. */
    private static final double MIN_ROTATION = 0.3;

    private static final double MAX_ROTATION = 0.75;

    private final Glyphs glyphs;
    private final RandomGenerator random;

    GlyphLayout(Glyphs glyphs, RandomGenerator random) {
        this.glyphs = glyphs;
        this.random = random;
    }

    /** Places all characters of a text of the {@link CaptchaText#ALPHABET}, from left to right. */
    void place(String answer, WaveDistortion distortion) {
        float step = random.nextFloat(42, 45);
        float x = (CaptchaRenderer.WIDTH - step * (answer.length() - 1)) / 2 + random.nextFloat(-5, 5);
        for (int i = 0; i < answer.length(); i++) {
            Glyph glyph = glyphs.any(answer.charAt(i), random);
            place(
                    glyph,
                    x + random.nextFloat(-2.5f, 2.5f),
                    CaptchaRenderer.HEIGHT / 2f + random.nextFloat(-8, 8),
                    distortion);
            x += step;
        }
    }

    private void place(Glyph glyph, float x, float y, WaveDistortion distortion) {
        float height = random.nextFloat(42, 50);
        float width = height * Math.min(1, 0.95f / glyph.width()) * random.nextFloat(0.9f, 1.1f);
        double angle = (random.nextBoolean() ? 1 : -1) * random.nextDouble(MIN_ROTATION, MAX_ROTATION);
        float slant = random.nextFloat(-0.25f, 0.25f);
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        for (float[] outline : glyph.outlines()) {
            for (int i = 0; i < outline.length; i += 2) {
                float across = (outline[i] + slant * outline[i + 1]) * width;
                float down = outline[i + 1] * height;
                distortion.point(x + across * cos - down * sin, y + across * sin + down * cos, i == 0);
            }
            distortion.close();
        }
    }
}
