package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTests {
    @Test
    void openWhenTheFolderCannotBeCreatedThenTheSettingIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> Home.at(file.resolve("home")))
                .withMessageStartingWith("Cannot write to " + file)
                .withMessageContaining("PASSPORT_HOME");
    }
}
