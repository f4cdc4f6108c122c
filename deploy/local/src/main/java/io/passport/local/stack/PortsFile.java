package io.passport.local.stack;

import io.passport.local.part.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * {@code run/ports}: the parts of the running stack and their ports, one line {@code <part> <port>} each.
 * The launcher writes it before it starts parts and deletes it when it stops; {@code deploy/status} reads it.
 */
record PortsFile(Path file) {
    static PortsFile of(Home home) {
        return new PortsFile(home.run().resolve("ports"));
    }

    void write(Ports ports) throws IOException {
        Files.write(
                file,
                ports.byPart().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    boolean exists() {
        return Files.exists(file);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    Ports read() throws IOException {
        var ports = new LinkedHashMap<String, Integer>();
        for (var line : Files.readAllLines(file)) {
            var words = line.split(" ", 2);
            ports.put(words[0], Integer.valueOf(words[1]));
        }
        return new Ports(ports);
    }
}
