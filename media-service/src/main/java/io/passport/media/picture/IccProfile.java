package io.passport.media.picture;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * A picture's colour profile, used to convert its pixels to sRGB. As in browsers, a profile that is damaged or has another
 * number of channels is ignored.
 *
 * <p>Source: ICC.1, version 4.
 */
final class IccProfile {

    private final ICC_ColorSpace space;
    private final ColorConvertOp toSrgb;

    private IccProfile(ICC_ColorSpace space) {
        this.space = space;
        this.toSrgb = new ColorConvertOp(
                new ICC_Profile[] {space.getProfile(), ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    }

    /**
     * The profile, or empty when it cannot be used.
     *
     * @param channels colour channels of the picture: 1 is grey, 3 is RGB, 4 is CMYK
     */
    static Optional<IccProfile> of(byte[] profile, int channels) {
        try {
            ICC_ColorSpace space = ColorSpaces.createColorSpace(ColorProfiles.createProfile(profile));
            if (space.getNumComponents() != channels) {
                return Optional.empty();
            }
            var usable = new IccProfile(space);
            // some damage shows only in use
            space.toRGB(new float[channels]);
            if (channels == 3) {
                usable.convert(new int[1]);
            }
            return Optional.of(usable);
        } catch (RuntimeException damaged) {
            // the colour library throws many kinds of exceptions
            return Optional.empty();
        }
    }

    /** How a picture's lines are converted. */
    SampleColours colours() {
        return space.getNumComponents() == 1 ? SampleColours.byTable(greyTable()) : this::convert;
    }

    private int[] greyTable() {
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = Math.round(space.toRGB(new float[] {value / 255f})[1] * 255);
        }
        return table;
    }

    private void convert(int[] argb) {
        WritableRaster line = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, argb.length, 1, 3, null);
        byte[] rgb = new byte[3 * argb.length];
        for (int pixel = 0; pixel < argb.length; pixel++) {
            rgb[3 * pixel] = (byte) (argb[pixel] >> 16);
            rgb[3 * pixel + 1] = (byte) (argb[pixel] >> 8);
            rgb[3 * pixel + 2] = (byte) argb[pixel];
        }
        line.setDataElements(0, 0, argb.length, 1, rgb);
        toSrgb.filter(line, line);
        line.getDataElements(0, 0, argb.length, 1, rgb);
        for (int pixel = 0; pixel < argb.length; pixel++) {
            argb[pixel] = argb[pixel] & 0xFF000000
                    | (rgb[3 * pixel] & 0xFF) << 16
                    | (rgb[3 * pixel + 1] & 0xFF) << 8
                    | rgb[3 * pixel + 2] & 0xFF;
        }
    }
}
