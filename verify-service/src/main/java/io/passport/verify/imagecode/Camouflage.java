package io.passport.verify.imagecode;

import java.util.random.RandomGenerator;

/** Turns ink into paper and paper into ink in bands that cross the letters, so that no edge is sure to be a letter's. */
final class Camouflage {

    private final RandomGenerator random;

    Camouflage(RandomGenerator random) {
        this.random = random;
    }

    void cover(Bend bend) {
        int bands = random.nextInt(2, 4);
        float spacing = (float) Picture.WIDTH / bands;
        for (int i = 0; i < bands; i++) {
            band(bend, spacing * (i + random.nextFloat(0.2f, 0.8f)), random.nextFloat(8, 13));
        }
        ribbon(bend, random.nextFloat(3, 5));
    }

    /** From above the picture to below it, slanting. */
    private void band(Bend bend, float x, float width) {
        float slant = random.nextFloat(-48, 48);
        for (int i = 0; i <= 16; i++) {
            bend.point(x + slant * (i / 8f - 1), -12 + i * 6.2f, i == 0);
        }
        for (int i = 16; i >= 0; i--) {
            bend.point(x + width + slant * (i / 8f - 1), -12 + i * 6.2f, false);
        }
        bend.close();
    }

    /** From the left of the picture to its right, as thick as a letter's stroke. */
    private void ribbon(Bend bend, float thickness) {
        float from = random.nextFloat(8, 55);
        float to = random.nextFloat(8, 55);
        for (int i = 0; i <= 20; i++) {
            bend.point(-10 + i * 11, from + (to - from) * i / 20, i == 0);
        }
        for (int i = 20; i >= 0; i--) {
            bend.point(-10 + i * 11, from + (to - from) * i / 20 + thickness, false);
        }
        bend.close();
    }
}
