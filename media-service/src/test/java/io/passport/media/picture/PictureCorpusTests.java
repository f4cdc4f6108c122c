package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** Compares pictures by number with what a browser shows; see {@code corpus/README.md}. */
class PictureCorpusTests {

    /** Mean difference of a channel, of 255. The result is a JPEG with halved colour resolution, which small pictures show. */
    private static final double MAX_DIFFERENCE = 2.5;

    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    private final PictureSanitizer sanitizer = new PictureConfiguration()
            .pictureSanitizer(
                    new PictureProperties(
                            2048,
                            0.95f,
                            16_384,
                            40_000_000,
                            16_000_000,
                            16_000_000,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(1),
                            1),
                    BulkheadRegistry.ofDefaults());

    static List<String> shown() {
        try (Stream<Path> expected = Files.list(CORPUS.resolve("expected"))) {
            return expected.map(file -> file.getFileName().toString().replaceFirst("\\.png$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("shown")
    void sanitizeWhenABrowserShowsThePictureThenTheResultLooksTheSame(String name) throws IOException {
        BufferedImage expected =
                ImageIO.read(CORPUS.resolve("expected").resolve(name + ".png").toFile());
        BufferedImage result = Samples.decoded(sanitized(name));
        int reduction = Math.round((float) result.getWidth() / expected.getWidth());
        assertThat(result.getWidth() / reduction).isEqualTo(expected.getWidth());
        assertThat(result.getHeight() / reduction).isEqualTo(expected.getHeight());
        assertThat(difference(result, reduction, expected)).isLessThan(MAX_DIFFERENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "iphone.heic, '暂不支持 HEIC 格式，请转换为 JPEG 后上传'",
        "card.avif, '暂不支持 AVIF 格式，请转换为 JPEG 后上传'",
        "jpeg-arithmetic.jpg, '不支持这种编码的图片，请另存为普通的 JPEG 或 PNG 图片'"
    })
    void sanitizeWhenTheFormatIsNotSupportedThenTheTextSaysWhatToDo(String name, String text) {
        assertThatThrownBy(() -> sanitized(name))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.text()).isEqualTo(text));
    }

    private byte[] sanitized(String name) throws IOException {
        return sanitizer.sanitize(new ByteArrayResource(
                Files.readAllBytes(CORPUS.resolve("pictures").resolve(name))));
    }

    private static double difference(BufferedImage result, int reduction, BufferedImage expected) {
        long sum = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int[] mean = mean(result, x * reduction, y * reduction, reduction);
                int[] shown = expected.getRaster().getPixel(x, y, new int[3]);
                for (int channel = 0; channel < 3; channel++) {
                    sum += Math.abs(mean[channel] - shown[channel]);
                }
            }
        }
        return sum / (3.0 * expected.getWidth() * expected.getHeight());
    }

    private static int[] mean(BufferedImage image, int left, int top, int side) {
        int[] sums = new int[3];
        for (int pixel = 0; pixel < side * side; pixel++) {
            int rgb = image.getRGB(left + pixel % side, top + pixel / side);
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += rgb >> 8 * (2 - channel) & 0xFF;
            }
        }
        return new int[] {sums[0] / (side * side), sums[1] / (side * side), sums[2] / (side * side)};
    }
}
