package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@link Bombs} has the pictures that must be rejected. */
class LosslessWebpTests {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 240;

    @Test
    void checkWhenAnEncoderMadeTheStreamThenItIsAccepted() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        assertThatCode(() -> check(webp, WIDTH, Duration.ofMinutes(1))).doesNotThrowAnyException();
    }

    @Test
    void checkWhenTheStreamEndsInItsHeaderThenItIsDamaged() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        byte[] start = Arrays.copyOf(webp, 40);
        assertThatThrownBy(() -> check(start, WIDTH, Duration.ofMinutes(1))).isInstanceOf(EOFException.class);
    }

    @Test
    void checkWhenTheStreamHasAnotherSizeThenItIsDamaged() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        assertThatThrownBy(() -> check(webp, WIDTH + 1, Duration.ofMinutes(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("size");
    }

    @Test
    void checkWhenTheTimeIsUpThenItEnds() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        assertThatThrownBy(() -> check(webp, WIDTH, Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("time limit");
    }

    private static void check(byte[] webp, int width, Duration timeout) throws IOException {
        ByteBuffer stream = ByteBuffer.wrap(webp, 20, webp.length - 20).slice();
        LosslessWebp.check(stream, width, HEIGHT, new TimeLimitedInput(webp, timeout));
    }
}
