package io.passport.verify.imagecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.code.kaptcha.impl.DefaultKaptcha;
import com.google.code.kaptcha.util.Config;
import com.sun.management.OperatingSystemMXBean;
import com.wf.captcha.SpecCaptcha;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how many images a second of CPU time renders and encodes, of four characters on 200×75 pixels. CPU time of the
 * process, so the other load of the machine does not matter. {@code deploy/bench/pictures} runs the comparison.
 */
class CaptchaBenchmarkTests {

    private static final String SECONDS = "passport.test.picture-seconds";
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final CaptchaRenderer renderer = new CaptchaRenderer();

    /** Only this renderer: the libraries need fonts of the machine. */
    @Test
    void measureWhenOnlyThisRendererRunsThenCountsImages() {
        assertThat(imagesPerCpuSecond(this::passport, Duration.ofMillis(200))).isPositive();
    }

    @Test
    @EnabledIfSystemProperty(named = SECONDS, matches = "[1-9][0-9]*")
    void measureWhenSecondsAreGivenThenComparesWithTheLibraries() {
        print("passport, JPEG", this::passport);
        print("Kaptcha, JPEG", kaptcha());
        print("EasyCaptcha, PNG", CaptchaBenchmarkTests::easyCaptcha);
    }

    private void print(String name, Supplier<byte[]> images) {
        Duration duration = Duration.ofSeconds(Long.getLong(SECONDS));
        imagesPerCpuSecond(images, duration.dividedBy(2));
        System.out.printf("%-16s %,6.0f images per CPU second%n", name, imagesPerCpuSecond(images, duration));
    }

    private double imagesPerCpuSecond(Supplier<byte[]> images, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long cpu = system.getProcessCpuTime();
        int count = 0;
        while (System.nanoTime() < end) {
            assertThat(images.get().length).isPositive();
            count++;
        }
        return count / ((system.getProcessCpuTime() - cpu) / NANOS);
    }

    private byte[] passport() {
        return renderer.render(CaptchaText.random());
    }

    private static Supplier<byte[]> kaptcha() {
        Properties settings = new Properties();
        settings.setProperty("kaptcha.textproducer.char.length", String.valueOf(CaptchaText.LENGTH));
        settings.setProperty("kaptcha.image.width", String.valueOf(CaptchaRenderer.WIDTH));
        settings.setProperty("kaptcha.image.height", String.valueOf(CaptchaRenderer.HEIGHT));
        DefaultKaptcha kaptcha = new DefaultKaptcha();
        kaptcha.setConfig(new Config(settings));
        return () -> jpeg(kaptcha.createImage(kaptcha.createText()));
    }

    private static byte[] easyCaptcha() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SpecCaptcha(CaptchaRenderer.WIDTH, CaptchaRenderer.HEIGHT, CaptchaText.LENGTH).out(bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
