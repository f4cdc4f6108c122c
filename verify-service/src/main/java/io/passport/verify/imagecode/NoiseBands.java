package io.passport.verify.imagecode;

import java.util.random.RandomGenerator;

/** Draws bands that cross and invert the characters, so that text recognition cannot rely on any edge. */
final class NoiseBands {

    private final RandomGenerator random;

    NoiseBands(RandomGenerator random) {
        this.random = random;
    }

    /** Adds the bands to one image. {@link CaptchaRenderer} calls it after the characters are placed. */
    void cover(WaveDistortion distortion) {
        int bands = random.nextInt(2, 4);
        float spacing = (float) CaptchaRenderer.WIDTH / bands;
        for (int i = 0; i < bands; i++) {
            band(distortion, spacing * (i + random.nextFloat(0.2f, 0.8f)), random.nextFloat(8, 13));
        }
        ribbon(distortion, random.nextFloat(3, 5));
    }

    /** A slanted band from the top of the image to the bottom. */
    private void band(WaveDistortion distortion, float x, float width) {
        float slant = random.nextFloat(-48, 48);
        for (int i = 0; i <= 16; i++) {
            distortion.point(x + slant * (i / 8f - 1), -12 + i * 6.2f, i == 0);
        }
        for (int i = 16; i >= 0; i--) {
            distortion.point(x + width + slant * (i / 8f - 1), -12 + i * 6.2f, false);
        }
        distortion.close();
    }

    /** A ribbon from the left of the image to the right, as thick as the stroke of a character. */
    private void ribbon(WaveDistortion distortion, float thickness) {
        float from = random.nextFloat(8, 55);
        float to = random.nextFloat(8, 55);
        for (int i = 0; i <= 20; i++) {
            distortion.point(-10 + i * 11, from + (to - from) * i / 20, i == 0);
        }
        for (int i = 20; i >= 0; i--) {
            distortion.point(-10 + i * 11, from + (to - from) * i / 20 + thickness, false);
        }
        distortion.close();
    }
}
