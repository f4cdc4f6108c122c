package io.passport.verify.imagecode;

import java.util.List;

/**
 * One shape of one character: height 1, its middle at the origin.
 *
 * @param outlines each closed, as x, y, x, y, …, in steps short enough to be bent
 */
record Glyph(List<float[]> outlines) {

    /** The file's numbers for a height of 1. */
    static final float RESOLUTION = 1000;

    /** Its width, for a height of 1. */
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
