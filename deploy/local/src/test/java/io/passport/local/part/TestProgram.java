package io.passport.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A part that runs a line of shell, and is ready when that has created a file called {@code ready} in its data folder. */
public record TestProgram(String name, String script, Home home) implements Part {
    @Override
    public int port() {
        return 1;
    }

    @Override
    public Program program(Home ignored) throws IOException {
        var data = Files.createDirectories(home.data().resolve(name));
        Files.deleteIfExists(data.resolve("ready"));
        return new Program(List.of("sh", "-c", script, name), Map.of(), data);
    }

    @Override
    public boolean ready() {
        return Files.exists(home.data().resolve(name, "ready"));
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration stopTimeout() {
        return Duration.ofSeconds(5);
    }
}
