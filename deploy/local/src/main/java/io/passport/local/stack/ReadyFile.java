package io.passport.local.stack;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code run/ready}: exists from the moment when all parts are ready until the stack begins to stop.
 * A killed launcher leaves it. {@code deploy/up -d} waits for it.
 */
public record ReadyFile(Path file) {
    public static ReadyFile of(Home home) {
        return new ReadyFile(home.run().resolve("ready"));
    }

    void set() throws IOException {
        Files.writeString(file, "");
    }

    /** Deletes the file, when a stack starts or stops. */
    public void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    public boolean isSet() {
        return Files.exists(file);
    }
}
