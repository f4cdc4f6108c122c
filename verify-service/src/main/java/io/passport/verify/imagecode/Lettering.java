package io.passport.verify.imagecode;

import java.util.random.RandomGenerator;

/**
 * Sets the characters, each of another typeface, size, slant and height above the line. None stands upright: a person reads
 * a letter that leans by 20 to 40 degrees at a glance, a text reader knows letters as they stand on a line.
 */
final class Lettering {

    /** In radians. */
    private static final double LEAST_LEAN = 0.3;

    private static final double MOST_LEAN = 0.75;

    private final Glyphs glyphs;
    private final RandomGenerator random;

    Lettering(Glyphs glyphs, RandomGenerator random) {
        this.glyphs = glyphs;
        this.random = random;
    }

    void write(String answer, Bend bend) {
        float step = random.nextFloat(42, 45);
        float x = (Picture.WIDTH - step * (answer.length() - 1)) / 2 + random.nextFloat(-5, 5);
        for (int i = 0; i < answer.length(); i++) {
            Glyph glyph = glyphs.any(answer.charAt(i), random);
            place(glyph, x + random.nextFloat(-2.5f, 2.5f), Picture.HEIGHT / 2f + random.nextFloat(-8, 8), bend);
            x += step;
        }
    }

    private void place(Glyph glyph, float x, float y, Bend bend) {
        float height = random.nextFloat(42, 50);
        float width = height * Math.min(1, 0.95f / glyph.width()) * random.nextFloat(0.9f, 1.1f);
        double angle = (random.nextBoolean() ? 1 : -1) * random.nextDouble(LEAST_LEAN, MOST_LEAN);
        float slant = random.nextFloat(-0.25f, 0.25f);
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        for (float[] outline : glyph.outlines()) {
            for (int i = 0; i < outline.length; i += 2) {
                float across = (outline[i] + slant * outline[i + 1]) * width;
                float down = outline[i + 1] * height;
                bend.point(x + across * cos - down * sin, y + across * sin + down * cos, i == 0);
            }
            bend.close();
        }
    }
}
