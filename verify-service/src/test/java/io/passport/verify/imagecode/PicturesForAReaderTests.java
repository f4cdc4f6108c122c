package io.passport.verify.imagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes pictures for a text reader to try, named {@code <n>_<answer>.jpg}, and says what they cost.
 * {@code RATIONALE.md} has the command.
 */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class PicturesForAReaderTests {

    private static final int PICTURES = 200;

    private final Picture picture = new Picture();

    @Test
    void writesPictures() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("pictures")));
        for (int i = 0; i < PICTURES; i++) {
            String answer = Answers.random();
            Files.write(folder.resolve(i + "_" + answer + ".jpg"), picture.of(answer));
        }
    }

    @Test
    void makesTwelveHundredInASecondOfOneProcessor() {
        makeThreeThousand();
        double perSecond = makeThreeThousand();
        System.out.printf("%.0f pictures a CPU second%n", perSecond);
        assertThat(perSecond).isGreaterThan(1_200);
    }

    private double makeThreeThousand() {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 3_000; i++) {
            picture.of(Answers.random());
        }
        return 3_000e9 / (threads.getCurrentThreadCpuTime() - start);
    }
}
