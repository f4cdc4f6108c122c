package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** {@code corpus/} has the pictures whose chunks are right. */
class PngPictureTests {

    private static final int SRGB = 45_455;
    private static final int LINEAR = 100_000;
    private static final int BEFORE_PIXELS = 33;

    private final byte[] png =
            Files.readAllBytes(Path.of("src/test/resources/corpus/pictures/png-grey128-control.png"));

    PngPictureTests() throws IOException {}

    @Test
    void decodeWhenAChunkIsRepeatedThenTheFirstCounts() throws IOException {
        byte[] linear = with(png, BEFORE_PIXELS, gamma(LINEAR));
        assertThat(pixel(linear)).isNotEqualTo(pixel(png));
        assertThat(pixel(with(linear, BEFORE_PIXELS, gamma(SRGB)))).isNotEqualTo(pixel(linear));
    }

    @Test
    void decodeWhenColoursFollowThePixelsThenTheyAreIgnored() throws IOException {
        int end = png.length - 12;
        assertThat(pixel(with(png, end, gamma(LINEAR)))).isEqualTo(pixel(png));
    }

    private static int pixel(byte[] png) throws IOException {
        try (var picture = new PngPicture(png, new TimeLimitedInput(png, Duration.ofSeconds(30)))) {
            return picture.decode(1).getRGB(4, 4);
        }
    }

    private static byte[] gamma(int exponent) {
        byte[] content = ByteBuffer.allocate(8)
                .put("gAMA".getBytes(StandardCharsets.US_ASCII))
                .putInt(exponent)
                .array();
        var crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(16)
                .putInt(4)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] with(byte[] png, int position, byte[] chunk) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, position)
                .put(chunk)
                .put(png, position, png.length - position)
                .array();
    }
}
