package io.passport.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicDirectoryTests {
    @TempDir
    Path folder;

    @Test
    void createWhenWritingFailsThenNoFolderRemains() {
        assertThatIOException()
                .isThrownBy(() -> AtomicDirectory.create(folder.resolve("whole"), unfinished -> {
                    Files.writeString(unfinished.resolve("half"), "half");
                    throw new IOException("No space left on device");
                }));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void createWhenAnEarlierCallWasInterruptedThenItStartsAgain() throws Exception {
        Files.createDirectories(folder.resolve("whole.new", "half"));
        AtomicDirectory.create(folder.resolve("whole"), unfinished -> Files.createFile(unfinished.resolve("new")));
        assertThat(folder.resolve("whole")).isDirectoryContaining("glob:**new").isDirectoryNotContaining("glob:**half");
    }

    @Test
    void createWhenTheFolderExistsThenItIsUnchanged() throws Exception {
        AtomicDirectory.create(folder.resolve("whole"), unfinished -> Files.createFile(unfinished.resolve("first")));
        AtomicDirectory.create(folder.resolve("whole"), unfinished -> Files.createFile(unfinished.resolve("second")));
        assertThat(folder.resolve("whole", "second")).doesNotExist();
    }
}
