package io.passport.bench.loginflood;

import io.passport.testing.passport.PassportLauncher;
import io.passport.testing.passport.PassportPorts;
import io.passport.testing.passport.StopOnExit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** All of Passport with new data, on ports of its own. Its logs are in {@code deploy/bench/target/passport/logs}. */
final class BenchmarkedPassport implements AutoCloseable {
    private final PassportPorts ports;
    private final StopOnExit stopOnExit;

    private BenchmarkedPassport(PassportPorts ports, StopOnExit stopOnExit) {
        this.ports = ports;
        this.stopOnExit = stopOnExit;
    }

    /**
     * Starts Passport from built jars, and returns when it is ready.
     *
     * @param root the root of the checkout
     * @param settings of the services, as environment variables
     * @throws IllegalStateException if Passport does not start
     */
    static BenchmarkedPassport launch(Path root, Map<String, String> settings) throws IOException {
        Path home = Files.createDirectories(root.resolve("deploy/bench/target/passport"));
        PassportPorts ports = PassportPorts.free();
        PassportLauncher launcher = PassportLauncher.of(root, home, ports, settings);
        BenchmarkedPassport passport = new BenchmarkedPassport(ports, StopOnExit.of(launcher));
        launcher.up("--fresh");
        return passport;
    }

    /** A URI of a part, such as {@code gateway}. */
    URI at(String part, String path) {
        return URI.create("http://127.0.0.1:" + port(part) + path);
    }

    /** The port of a part. */
    int port(String part) {
        return ports.of(part);
    }

    /** Stops Passport. Throws IllegalStateException if that fails or takes over 240 s. */
    @Override
    public void close() {
        stopOnExit.close();
    }
}
