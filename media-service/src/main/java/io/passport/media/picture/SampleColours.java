package io.passport.media.picture;

/** What the samples of a picture mean: converts a line of its pixels to sRGB. */
@FunctionalInterface
interface SampleColours {

    /** The samples are sRGB. */
    SampleColours SRGB = argb -> {};

    /** Converts pixels in place; alpha stays. */
    void toSrgb(int[] argb);

    /** Each channel is converted by itself. */
    static SampleColours byTable(int[] table) {
        return argb -> {
            for (int x = 0; x < argb.length; x++) {
                argb[x] = argb[x] & 0xFF000000
                        | table[argb[x] >> 16 & 0xFF] << 16
                        | table[argb[x] >> 8 & 0xFF] << 8
                        | table[argb[x] & 0xFF];
            }
        };
    }
}
