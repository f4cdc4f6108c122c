package io.passport.verify.imagecode;

import com.google.code.kaptcha.impl.DefaultKaptcha;
import com.google.code.kaptcha.util.Config;
import com.wf.captcha.SpecCaptcha;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** One picture of four characters on 200×75, drawn and encoded as each of the three does it by default. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class PictureBenchmark {

    private static final int CHARACTERS = 4;

    private final Picture ours = new Picture();
    private final DefaultKaptcha kaptcha = kaptchaOfFourCharacters();

    /** Ours; a JPEG. */
    @Benchmark
    public byte[] passport() {
        return ours.of(Answers.random());
    }

    /** Kaptcha, as a JPEG. */
    @Benchmark
    public byte[] kaptcha() throws IOException {
        BufferedImage image = kaptcha.createImage(kaptcha.createText());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** EasyCaptcha; it knows PNG only. */
    @Benchmark
    public byte[] easyCaptcha() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SpecCaptcha(Picture.WIDTH, Picture.HEIGHT, CHARACTERS).out(bytes);
        return bytes.toByteArray();
    }

    private static DefaultKaptcha kaptchaOfFourCharacters() {
        Properties settings = new Properties();
        settings.setProperty("kaptcha.textproducer.char.length", String.valueOf(CHARACTERS));
        settings.setProperty("kaptcha.image.width", String.valueOf(Picture.WIDTH));
        settings.setProperty("kaptcha.image.height", String.valueOf(Picture.HEIGHT));
        DefaultKaptcha kaptcha = new DefaultKaptcha();
        kaptcha.setConfig(new Config(settings));
        return kaptcha;
    }

    /** Runs all three, with the arguments of JMH's own command line. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(PictureBenchmark.class.getName())
                        .addProfiler(CpuSeconds.class)
                        .jvmArgs("-Djava.awt.headless=true")
                        .build())
                .run();
    }
}
