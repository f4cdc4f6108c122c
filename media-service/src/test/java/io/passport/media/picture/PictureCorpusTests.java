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
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

/** Compares pictures by number with what a browser shows; see {@code corpus/README.md}. */
class PictureCorpusTests {

    /** Mean difference of a channel, of 255. */
    private static final double MAX_DIFFERENCE = 0.2;

    /** The result is a JPEG, which changes letters a little; with halved colour resolution by 3.8. */
    private static final double MAX_DIFFERENCE_ENCODED = 2.5;

    private static final String LETTERS = "webp-card-no-filter-control.webp";
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
    void decodeWhenABrowserShowsThePictureThenThePixelsAreTheSame(String name) throws IOException {
        assertThat(difference(decoded(name), expected(name))).isLessThan(MAX_DIFFERENCE);
    }

    @Test
    void sanitizeWhenThePictureHasColouredLettersThenTheyStaySharp() throws IOException {
        BufferedImage result = Samples.decoded(sanitized(LETTERS));
        assertThat(difference(result, expected(LETTERS))).isLessThan(MAX_DIFFERENCE_ENCODED);
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
        return sanitizer.sanitize(new ByteArrayResource(bytes(name)));
    }

    private static BufferedImage decoded(String name) throws IOException {
        byte[] bytes = bytes(name);
        var input = new TimeLimitedInput(bytes, Duration.ofSeconds(30));
        try (Picture picture = PictureSanitizer.open(PictureFormat.of(bytes).orElseThrow(), bytes, input)) {
            return ExifFilterUtils.getFilterForOrientation(picture.orientation())
                    .apply(picture.decode(1));
        }
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(CORPUS.resolve("pictures").resolve(name));
    }

    private static BufferedImage expected(String name) throws IOException {
        return ImageIO.read(CORPUS.resolve("expected").resolve(name + ".png").toFile());
    }

    /** The expected picture may be smaller: then each of its pixels is the mean of a square. */
    private static double difference(BufferedImage result, BufferedImage expected) {
        int reduction = Math.round((float) result.getWidth() / expected.getWidth());
        assertThat(result.getWidth() / reduction).isEqualTo(expected.getWidth());
        assertThat(result.getHeight() / reduction).isEqualTo(expected.getHeight());
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
