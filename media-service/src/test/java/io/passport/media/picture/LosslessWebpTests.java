package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@link Bombs} has the pictures that must be rejected. */
class LosslessWebpTests {

    @Test
    void checkWhenAnEncoderMadeTheStreamThenItIsAccepted() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        assertThatCode(() -> LosslessWebp.check(stream(webp))).doesNotThrowAnyException();
    }

    @Test
    void checkWhenTheStreamEndsInItsHeaderThenItIsDamaged() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/webp-lossless.webp"));
        byte[] start = Arrays.copyOf(webp, 40);
        assertThatThrownBy(() -> LosslessWebp.check(stream(start))).isInstanceOf(EOFException.class);
    }

    private static ByteBuffer stream(byte[] webp) {
        return ByteBuffer.wrap(webp, 20, webp.length - 20).slice();
    }
}
