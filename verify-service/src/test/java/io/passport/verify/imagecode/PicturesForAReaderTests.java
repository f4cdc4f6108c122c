package io.passport.verify.imagecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes pictures for a text reader to try, named {@code <n>_<answer>.jpg}.
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
}
