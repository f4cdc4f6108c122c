package io.passport.verify.imagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

class PictureBenchmarkTests {

    /** Ours alone: it needs no font of the machine. */
    @Test
    void measuresWhatItSays() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PictureBenchmark.class.getName() + ".passport")
                        .addProfiler(CpuSeconds.class)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(300))
                        .build())
                .run();
        assertThat(results)
                .hasSize(1)
                .allSatisfy(result -> assertThat(result.getSecondaryResults()
                                .get("per CPU second")
                                .getScore())
                        .isPositive());
    }

    @Test
    void drawsThePicturesThatTheServiceServes() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(new PictureBenchmark().passport()));
        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(75);
    }
}
