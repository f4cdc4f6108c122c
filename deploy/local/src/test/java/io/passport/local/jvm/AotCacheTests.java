package io.passport.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {
    @TempDir
    Path build;

    AotCache cache;

    @BeforeEach
    void openCache() {
        cache = AotCache.of(build.resolve("service.jar"), List.of("-Xmx160m"));
    }

    @Test
    void useWhenThereIsNoCacheThenTheJvmGetsNoOption() {
        assertThat(cache.use()).isEmpty();
    }

    @Test
    void useWhenTrainingIsCompleteThenTheJvmGetsTheCache() throws IOException {
        train(cache);

        assertThat(cache.use()).containsExactly("-XX:AOTCache=" + cache.file());
    }

    @Test
    void useWhenTrainingWasInterruptedThenTheJvmGetsNoOption() throws IOException {
        write(cache.record());

        assertThat(cache.use()).isEmpty();
    }

    @Test
    void useWhenTheOptionsDifferThenTheCacheIsNotUsed() throws IOException {
        train(cache);

        assertThat(AotCache.of(build.resolve("service.jar"), List.of("-Xmx256m"))
                        .use())
                .isEmpty();
    }

    @Test
    void completeWhenThereIsACacheForOtherOptionsThenItIsReplaced() throws IOException {
        train(cache);
        var other = AotCache.of(build.resolve("service.jar"), List.of("-Xmx256m"));
        train(other);

        assertThat(build).isDirectoryContaining(other.file()::equals);
        assertThat(cache.file()).doesNotExist();
    }

    @Test
    void completeWhenTheRunHasWrittenNothingThenTheOldCacheStays() throws IOException {
        train(cache);
        cache.record();

        assertThatThrownBy(cache::complete).isInstanceOf(IOException.class);
        assertThat(cache.exists()).isTrue();
    }

    @Test
    void discardWhenTrainingWasInterruptedThenNothingIsLeft() throws IOException {
        write(cache.record());
        cache.discard();

        assertThat(build).isEmptyDirectory();
    }

    @Test
    void startWhenTheCacheIsDamagedThenTheJvmStartsWithoutIt() throws Exception {
        Files.writeString(cache.file(), "damaged");
        var command = new ArrayList<>(List.of(JavaCommand.java()));
        command.addAll(cache.use());
        command.add("-version");

        var jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        jvm.getInputStream().readAllBytes();

        assertThat(jvm.waitFor()).isZero();
    }

    private static void train(AotCache cache) throws IOException {
        write(cache.record());
        cache.complete();
        cache.discard();
    }

    /** Writes to the file that the option names, as a JVM does. */
    private static void write(String option) throws IOException {
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "cache");
    }
}
