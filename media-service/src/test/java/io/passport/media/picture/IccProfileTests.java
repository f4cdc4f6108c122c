package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IccProfileTests {

    private static final int ROUNDS = 100;

    /** The same damage in every run. */
    @Test
    void ofWhenAProfileIsDamagedThenItIsUsedOrIgnored() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var random = new Random(20261127);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = profile.clone();
            for (int flaw = 0; flaw < 3; flaw++) {
                damaged[random.nextInt(Math.min(400, damaged.length))] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> IccProfile.of(damaged, 3)
                            .ifPresent(usable -> usable.colours().toSrgb(new int[2])))
                    .doesNotThrowAnyException();
        }
    }
}
