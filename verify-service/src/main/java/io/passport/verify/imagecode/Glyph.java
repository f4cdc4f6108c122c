package io.passport.verify.imagecode;

import java.util.List;

/**
 * The shape of a character in one typeface: height 1, centred on the origin.
 *
 * @param outlines closed polygons, as x, y, x, y, …; their segments are short enough to be distorted
 */
record Glyph(List<float[]> outlines) {

    /** The height 1 in the integers of {@code glyphs.txt}, which {@link Glyphs} reads. Change it together with that file. */
    static final float RESOLUTION = 1000;

    /** The width relative to a height of 1. */
    float width() {
        float left = 0;
        float right = 0;
        for (float[] outline : outlines) {
            for (int i = 0; i < outline.length; i += 2) {
                left = Math.min(left, outline[i]);
                right = Math.max(right, outline[i]);
            }
        }
        return right - left;
    }
}
