package io.passport.bench.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All of Passport on ports of its own, as {@code deploy/up --fresh} starts it from jars that are built. Ends when this
 * JVM does, too.
 */
public final class LaunchedPassport implements AutoCloseable {

    private final Path launcher;
    private final Path home;
    private final PortBlock ports;
    private final Map<String, String> settings;
    private final Thread lastWill = new Thread(this::down, "stop Passport");

    private LaunchedPassport(Path launcher, Path home, Map<String, String> settings) {
        this.launcher = launcher;
        this.home = home;
        this.ports = PortBlock.free();
        this.settings = settings;
    }

    /**
     * Returns when it is ready.
     *
     * @param root of the project
     * @param settings of the services, as variables
     */
    public static LaunchedPassport launch(Path root, Map<String, String> settings) throws IOException {
        Path deploy = root.resolve("deploy").toAbsolutePath().normalize();
        Path home = Files.createDirectories(deploy.resolve("bench/target/passport"));
        LaunchedPassport passport =
                new LaunchedPassport(deploy.resolve("local/target/local-1.0.0.jar"), home, settings);
        Runtime.getRuntime().addShutdownHook(passport.lastWill);
        passport.run("up", "-d", "--fresh");
        return passport;
    }

    /** An address at a part. */
    public URI at(String part, String path) {
        return URI.create("http://127.0.0.1:" + ports.of(part) + path);
    }

    int redisPort() {
        return ports.of("redis");
    }

    /** Stops it; the logs stay in {@code deploy/bench/target/passport/logs}. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastWill);
        down();
    }

    private void down() {
        run("down");
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", launcher.toString()));
        command.addAll(List.of(arguments));
        Path output = home.resolveSibling("launcher-output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        builder.environment().putAll(ports.asEnvironment());
        builder.environment().put("PASSPORT_HOME", home.toString());
        try {
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status + ", see " + output);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
