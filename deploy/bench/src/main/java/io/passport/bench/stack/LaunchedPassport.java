package io.passport.bench.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * All of Passport on ports of its own, as {@code deploy/up --fresh} starts it from jars that are built. Ends when this
 * JVM does, too, by kill -9 as well.
 */
public final class LaunchedPassport implements AutoCloseable {

    private final PortBlock ports;
    private final Launcher launcher;
    private final Process lastWill;

    private LaunchedPassport(PortBlock ports, Launcher launcher) {
        this.ports = ports;
        this.launcher = launcher;
        this.lastWill = launcher.lastWill("down");
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
        PortBlock ports = PortBlock.free();
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(ports.asEnvironment());
        environment.put("PASSPORT_HOME", home.toString());
        Launcher launcher = new Launcher(
                deploy.resolve("local/target/local-1.0.0.jar"),
                home.resolveSibling("launcher-output.txt"),
                environment);
        LaunchedPassport passport = new LaunchedPassport(ports, launcher);
        launcher.run("up", "-d", "--fresh");
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
        launcher.fulfil(lastWill);
    }
}
