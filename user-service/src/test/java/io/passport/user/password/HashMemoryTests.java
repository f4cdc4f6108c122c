package io.passport.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HashMemoryTests {

    private static final int HASHES = 5;

    /** The 19 MiB of a hash are 4864 pages. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void hashWhenRepeatedThenItsMemoryIsNotFetchedAgain() throws IOException {
        Argon2 argon2 = new Argon2(19 * 1024, 2, 1);
        argon2.encode("the first one");
        long before = pageFaults();
        for (int i = 0; i < HASHES; i++) {
            argon2.encode("one of the others");
        }
        assertThat(pageFaults() - before).isLessThan(HASHES * 4864 / 2);
    }

    /** Field 10 of proc(5): page faults of this process, without those that read from disk. */
    private static long pageFaults() throws IOException {
        String fields = Files.readString(Path.of("/proc/self/stat")).replaceFirst(".*\\) ", "");
        return Long.parseLong(fields.split(" ", -1)[7]);
    }
}
