package io.passport.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All of Passport, launched as {@code deploy/up --scale user-service=2,gateway=2} does, with a home and ports of its own. */
public final class Passport implements AutoCloseable {

    private static final Path HOME = Path.of("target", "passport").toAbsolutePath();
    private static final String TWO_INSTANCES = "--scale=user-service=2,gateway=2";

    private final Launcher launcher;
    private final LastWill lastWill;
    private final Redis redis;
    private final Secrets secrets = new Secrets();

    private Passport(Launcher launcher) {
        this.launcher = launcher;
        this.lastWill = LastWill.of(launcher);
        this.redis = new Redis(launcher.ports().of("redis"));
    }

    static Passport launch() {
        clearLogs();
        Launcher launcher = new Launcher(HOME, Ports.free());
        Passport passport = new Passport(launcher);
        try {
            // what an earlier run may have left
            launcher.down();
            launcher.up("--fresh", TWO_INSTANCES);
            return passport;
        } catch (RuntimeException | AssertionError e) {
            passport.close();
            throw e;
        }
    }

    private static void clearLogs() {
        try {
            Path logs = Files.createDirectories(HOME.resolve("logs"));
            try (Stream<Path> files = Files.walk(logs)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again with the data of before. */
    public void upAgain() {
        launcher.up(TWO_INSTANCES);
    }

    /** Stops it; the files stay. */
    public void down() {
        launcher.down();
    }

    /** {@code run}, {@code logs}, {@code data}. */
    public Path home() {
        return HOME;
    }

    /** A part by its name. */
    public Part part(String name) {
        return new Part(name, HOME.resolve("run").resolve(name + ".pid"));
    }

    /** All parts, and the launcher. */
    public List<Part> parts() {
        try (Stream<Path> files = Files.list(HOME.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> part(name.substring(0, name.length() - ".pid".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a part listens. */
    public int port(String part) {
        return launcher.ports().of(part);
    }

    /** Where each instance of the gateway listens. */
    public List<Integer> gateways() {
        return List.of(port("gateway"), port("gateway") + Ports.TO_THE_SECOND_INSTANCE);
    }

    /** Where a service answers for its health. */
    public int managementPort(String service) {
        return port(service) + 10_000;
    }

    /** An address of a part. */
    public URI at(String part, String path) {
        return URI.create("http://127.0.0.1:" + port(part) + path);
    }

    public Redis redis() {
        return redis;
    }

    public Database database() {
        return new Database(port("mariadb"));
    }

    public Inbox inbox() {
        return new Inbox(at("emulators", "/inbox"));
    }

    public Faults faults() {
        return new Faults(at("emulators", "/faults"));
    }

    public Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        redis.close();
        lastWill.close();
    }
}
