package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** Damaged and malicious pictures are either re-encoded or rejected with {@code 4103}. */
class HostilePictureIT {

    private static final int ROUNDS = 300;
    private static final Map<String, String> FATES = BombProcess.fates();

    private final PictureSanitizer sanitizer = new PictureConfiguration()
            .pictureSanitizer(
                    new PictureProperties(
                            512,
                            0.9f,
                            16_384,
                            1_000_000,
                            1_000_000,
                            1_000_000,
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(1),
                            1),
                    BulkheadRegistry.ofDefaults());

    static List<Bombs.Bomb> bombs() {
        return Bombs.all();
    }

    /** With production's limits except the timeout, in a separate process that ends at the first failed allocation. */
    @ParameterizedTest
    @MethodSource("bombs")
    void sanitizeWhenThePictureIsABombThenTheProcessSurvives(Bombs.Bomb bomb) {
        assertThat(FATES).containsEntry(bomb.name(), bomb.fate());
    }

    /** Thousands of broken pictures, the same ones in every run. */
    @Test
    void sanitizeWhenThePictureIsDamagedThenItIsReencodedOrRejected() {
        var random = new Random(20261122);
        for (byte[] picture : pictures()) {
            for (int round = 0; round < ROUNDS; round++) {
                assertReencodedOrRejected(damage(picture, random));
            }
        }
    }

    private static List<byte[]> pictures() {
        return List.of(
                Samples.withExif(Samples.jpeg(60, 40), 6),
                Samples.progressiveJpeg(60, 40),
                Samples.png(60, 40),
                Samples.interlacedPng(60, 40),
                Samples.gif(60, 40),
                Samples.animatedGif(20, 20),
                Samples.bmp(20, 20),
                Samples.lossyWebp(),
                Samples.losslessWebpWithAlpha());
    }

    /** Changes one to four bytes, mostly at the start, where sizes and offsets are. */
    private static byte[] damage(byte[] picture, Random random) {
        byte[] damaged = picture.clone();
        for (int flaw = 1 + random.nextInt(4); flaw > 0; flaw--) {
            int within = random.nextBoolean() ? Math.min(80, damaged.length) : damaged.length;
            damaged[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private void assertReencodedOrRejected(byte[] picture) {
        try {
            assertThat(sanitizer.sanitize(new ByteArrayResource(picture))).isNotEmpty();
        } catch (ApiException rejection) {
            assertThat(rejection.code()).isEqualTo(ErrorCode.PARAMERR);
        }
    }
}
