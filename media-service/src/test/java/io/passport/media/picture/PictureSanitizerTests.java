package io.passport.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.management.ThreadMXBean;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

class PictureSanitizerTests {

    private static final PictureProperties PROPERTIES = new PictureProperties(
            512, 0.9f, 16_384, 40_000_000, 16_000_000, 16_000_000, Duration.ofSeconds(30), Duration.ofSeconds(1), 1);

    private final PictureSanitizer sanitizer = sanitizerWith(PROPERTIES);

    static Stream<Arguments> pictures() {
        return Stream.of(
                argumentSet("JPEG", Samples.jpeg(800, 600), 512, 384),
                argumentSet("progressive grey JPEG", Samples.progressiveJpeg(600, 800), 384, 512),
                argumentSet("CMYK JPEG", Samples.cmykJpeg(600, 600), 512, 512),
                argumentSet("indexed PNG", Samples.png(1000, 1000), 512, 512),
                argumentSet("interlaced PNG", Samples.interlacedPng(1500, 750), 512, 256),
                argumentSet("PNG with alpha", Samples.transparentPng(300, 200), 300, 200),
                argumentSet("one pixel", Samples.png(1, 1), 1, 1),
                argumentSet("a line", Samples.png(16_384, 2), 512, 1),
                argumentSet("GIF", Samples.gif(700, 500), 512, 366),
                argumentSet("animated GIF", Samples.animatedGif(40, 20), 40, 20),
                argumentSet("BMP", Samples.bmp(1024, 512), 512, 256),
                argumentSet("lossy WebP", Samples.lossyWebp(), 64, 48),
                argumentSet("lossless WebP", Samples.losslessWebpWithAlpha(), 64, 48),
                argumentSet("36 megapixels", Samples.png(6000, 6000), 512, 512));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void sanitizeWhenItIsAPictureThenTheResultIsASmallJpeg(byte[] picture, int width, int height) {
        byte[] sanitized = sanitizer.sanitize(new ByteArrayResource(picture));
        assertThat(sanitized).startsWith(0xFF, 0xD8, 0xFF);
        BufferedImage image = Samples.decoded(sanitized);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    static Stream<Arguments> others() {
        byte[] text = "头像".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                argumentSet("a text", text, "文件不是图片"),
                argumentSet("a script", "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII), "文件不是图片"),
                argumentSet("an SVG", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII), "暂不支持 SVG 格式"),
                argumentSet(
                        "an SVG after a comment",
                        "\n<?xml version='1.0'?><!-- x --><svg/>".getBytes(StandardCharsets.US_ASCII),
                        "暂不支持 SVG 格式"),
                argumentSet("a PDF", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "暂不支持 PDF 格式，请转换为 JPEG 后上传"),
                argumentSet("a JPEG XL", "\0\0\0\fJXL \r\n".getBytes(StandardCharsets.US_ASCII), "暂不支持 JPEG XL 格式"),
                argumentSet("a page", "<html><svg/></html>".getBytes(StandardCharsets.US_ASCII), "文件不是图片"),
                argumentSet("a TIFF, which the JDK could read", tiff(), "暂不支持 TIFF 格式"),
                argumentSet("a PNG's first bytes and a page", Samples.htmlWithPngMagic(), "图片已损坏"),
                argumentSet("half a JPEG", Samples.half(Samples.jpeg(800, 600)), "图片已损坏"),
                argumentSet("half a progressive JPEG", Samples.half(Samples.progressiveJpeg(800, 600)), "图片已损坏"),
                argumentSet("half a PNG", Samples.half(Samples.interlacedPng(800, 600)), "图片已损坏"),
                argumentSet("half a GIF", Samples.half(Samples.gif(800, 600)), "图片已损坏"),
                argumentSet("half a BMP", Samples.half(Samples.bmp(800, 600)), "图片已损坏"),
                argumentSet("half a WebP", Samples.half(Samples.lossyWebp()), "图片已损坏"),
                argumentSet("a PNG too large", Samples.pngHeader(16_000, 16_000), "不能超过 4000 万像素"),
                argumentSet("a PNG too wide", Samples.pngHeader(16_385, 1), "每边不能超过 16384 像素"),
                argumentSet("a PNG too high", Samples.pngHeader(1, 16_385), "每边不能超过 16384 像素"),
                argumentSet("a progressive JPEG too large", Samples.progressiveJpeg(4100, 4000), "不能超过 1600 万像素"),
                argumentSet("a WebP too large", Samples.webpHeader(4001, 4000), "不能超过 1600 万像素"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void sanitizeWhenItIsNotAnAcceptedPictureThenItIsRejectedWithTheReason(byte[] upload, String why) {
        assertThatThrownBy(() -> sanitizer.sanitize(new ByteArrayResource(upload)))
                .isInstanceOfSatisfying(ApiException.class, rejection -> {
                    assertThat(rejection.code()).isEqualTo(ErrorCode.PARAMERR);
                    assertThat(rejection.text()).contains(why);
                });
    }

    @Test
    void inspectWhenThePictureIsTooLargeThenOnlyItsHeaderIsRead() throws IOException {
        byte[] bomb = Samples.pngHeader(60_000, 60_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(pixels(bomb)).isEqualTo(3_600_000_000L);
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(pixels(bomb)).isEqualTo(3_600_000_000L);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    private static long pixels(byte[] upload) throws IOException {
        try (var picture = new PngPicture(upload, new TimeLimitedInput(upload, Duration.ofSeconds(30)))) {
            return (long) picture.width() * picture.height();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,60,40,T", "2,60,40,T", "3,60,40,B", "4,60,40,B", "5,40,60,L", "6,40,60,R", "7,40,60,R", "8,40,60,L"})
    void sanitizeWhenTheCameraWasRotatedThenTheResultIsUpright(int orientation, int width, int height, char redSide) {
        BufferedImage image = sanitized(Samples.withExif(Samples.jpeg(60, 40), orientation));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        boolean middle = redSide == 'T' || redSide == 'B';
        int x = middle ? width / 2 : redSide == 'L' ? 5 : width - 6;
        int y = middle ? redSide == 'T' ? 5 : height - 6 : height / 2;
        assertThat(isRed(image.getRGB(x, y))).isTrue();
        assertThat(isRed(image.getRGB(width - 1 - x, height - 1 - y))).isFalse();
    }

    @Test
    void sanitizeWhenTheExifIsInvalidThenTheOrientationIsKept() {
        byte[] picture = Samples.withExif(Samples.jpeg(60, 40), 99);
        picture[14] = 'X';
        assertThat(sanitized(picture).getWidth()).isEqualTo(60);
    }

    @Test
    void sanitizeWhenThePictureIsTransparentThenTheBackgroundIsWhite() {
        assertThat(new Color(sanitized(Samples.transparentPng(10, 10)).getRGB(5, 5)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void sanitizeWhenItIsAnimatedThenTheFirstFrameIsKept() {
        assertThat(isRed(sanitized(Samples.animatedGif(40, 20)).getRGB(20, 10))).isTrue();
    }

    @Test
    void sanitizeWhenThereIsMetadataThenItIsRemoved() {
        byte[] jpeg = Samples.followedBy(Samples.withExif(Samples.jpeg(600, 400), 6), "<script>alert(1)</script>");
        String sanitized = new String(sanitizer.sanitize(new ByteArrayResource(jpeg)), StandardCharsets.ISO_8859_1);
        assertThat(sanitized).doesNotContain("Exif", "Taken at home", "script", "ICC_PROFILE", "http");
    }

    @Test
    void sanitizeWhenDecodingTakesTooLongThenItIsRejected() {
        PictureSanitizer withShortTimeout = sanitizerWith(new PictureProperties(
                512, 0.9f, 16_384, 40_000_000, 16_000_000, 16_000_000, Duration.ofNanos(1), Duration.ofSeconds(1), 1));
        assertThatThrownBy(() -> withShortTimeout.sanitize(new ByteArrayResource(Samples.jpeg(800, 600))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.text()).isEqualTo("图片过于复杂，处理超时"));
    }

    @Test
    void sanitizeWhenAJpegHasTooManyScansThenItIsRejectedBeforeItIsDecoded() {
        byte[] bomb = Samples.jpegOfManyScans(4000, 4000, 3000);
        assertThatThrownBy(() -> sanitizer.sanitize(new ByteArrayResource(bomb)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.text()).isEqualTo("图片过于复杂，处理超时"));
    }

    @Test
    void sanitizeWhenACommentLooksLikeTheEndOfAJpegThenAllScansAreCounted() {
        byte[] bomb = Samples.jpegOfManyScans(4000, 4000, 3000, new byte[] {(byte) 0xFF, (byte) 0xD9});
        assertThatThrownBy(() -> sanitizer.sanitize(new ByteArrayResource(bomb)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.text()).isEqualTo("图片过于复杂，处理超时"));
    }

    @Test
    void inspectWhenACommentLooksLikeScansThenTheyAreNotCounted() throws IOException {
        byte[] comment = new byte[2000];
        for (int position = 0; position < comment.length; position += 2) {
            comment[position] = (byte) 0xFF;
            comment[position + 1] = (byte) 0xDA;
        }
        byte[] jpeg = Samples.jpegOfManyScans(800, 800, 1, comment);
        try (var picture = new JpegPicture(jpeg, new TimeLimitedInput(jpeg, Duration.ofSeconds(30)))) {
            assertThat(picture.isTooComplex(PROPERTIES)).isFalse();
        }
    }

    @Test
    void sanitizeWhenASmallJpegHasManyScansThenItIsTaken() {
        assertThat(sanitized(Samples.jpegOfManyScans(40, 40, 50)).getWidth()).isEqualTo(40);
    }

    @Test
    void sanitizeWhenTheUploadCannotBeReadThenItIsAServerError() {
        assertThatThrownBy(() -> sanitizer.sanitize(() -> {
                    throw new IOException("gone");
                }))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(ErrorCode.IOERR));
    }

    private BufferedImage sanitized(byte[] picture) {
        return Samples.decoded(sanitizer.sanitize(new ByteArrayResource(picture)));
    }

    private static boolean isRed(int rgb) {
        return new Color(rgb).getRed() > 200 && new Color(rgb).getBlue() < 60;
    }

    private static byte[] tiff() {
        return new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    }

    private static PictureSanitizer sanitizerWith(PictureProperties properties) {
        return new PictureConfiguration().pictureSanitizer(properties, BulkheadRegistry.ofDefaults());
    }
}
