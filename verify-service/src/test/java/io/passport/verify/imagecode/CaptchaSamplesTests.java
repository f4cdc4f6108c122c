package io.passport.verify.imagecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes images for a text reader to try, named {@code <n>_<text>.jpg}.
 * {@code RATIONALE.md} has the command.
 */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class CaptchaSamplesTests {

    private static final int PICTURES = 200;

    private final CaptchaRenderer picture = new CaptchaRenderer();

    @Test
    void renderWhenAFolderIsGivenThenWritesSamples() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("pictures")));
        for (int i = 0; i < PICTURES; i++) {
            String answer = CaptchaText.random();
            Files.write(folder.resolve(i + "_" + answer + ".jpg"), picture.render(answer));
        }
    }
}
