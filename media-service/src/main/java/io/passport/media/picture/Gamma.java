package io.passport.media.picture;

/** Converts samples that were encoded with a power function to sRGB (IEC 61966-2-1). */
final class Gamma {

    private Gamma() {}

    /**
     * Samples that are the light to this power.
     *
     * @param exponent as in a PNG's gAMA chunk: 1 is linear light, 0.45455 is nearly sRGB
     */
    static SampleColours of(double exponent) {
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            double light = Math.pow(value / 255.0, 1 / exponent);
            double encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            table[value] = (int) Math.round(255 * encoded);
        }
        return SampleColours.byTable(table);
    }
}
