package io.passport.acceptance.passport;

import io.passport.testing.passport.PassportLauncher;
import io.passport.testing.passport.PassportPorts;
import io.passport.testing.passport.StopOnExit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Passport, launched as by {@code deploy/up --scale user-service=2,gateway=2}, with its own home and ports. */
public final class LaunchedPassport implements AutoCloseable {

    private static final Path HOME = Path.of("target", "passport").toAbsolutePath();
    private static final Path ROOT = Path.of("..", "..");
    private static final Map<String, String> SETTINGS = Map.of(
            // the services live for minutes: compiling with C2 would take longer than it saves
            "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
            // the tests register more users than the limits allow
            "PASSPORT_SMSLIMIT_BUDGET", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERPURPOSE", "1000000/24h",
            "PASSPORT_SMSLIMIT_PERNETWORK", "1000000/24h",
            // and leave many codes unused
            "PASSPORT_SMSLIMIT_TIGHTENING_MINSENT", "1000000",
            // of forty sign-ins at once, a slow machine would otherwise refuse too many
            "PASSPORT_PASSWORDHASHING_MAXCONCURRENT", "2",
            // less waiting: after each wrong password, and until a circuit breaker tries again
            "PASSPORT_SIGNIN_FAILURES_REJECTDELAY", "50ms",
            "RESILIENCE4J_CIRCUITBREAKER_CONFIGS_DEFAULT_WAITDURATIONINOPENSTATE", "2s");
    private static final String TWO_INSTANCES = "--scale=user-service=2,gateway=2";

    private final PassportPorts ports;
    private final PassportLauncher launcher;
    private final StopOnExit stopOnExit;
    private final PassportRedis redis;
    private final TestSecrets secrets = new TestSecrets();

    private LaunchedPassport(PassportPorts ports) {
        this.ports = ports;
        this.launcher = PassportLauncher.of(ROOT, HOME, ports, SETTINGS);
        this.stopOnExit = StopOnExit.of(launcher);
        this.redis = new PassportRedis(ports.of("redis"));
    }

    /** Launches it without data, and returns when it is ready. */
    public static LaunchedPassport launch() {
        clearLogs();
        LaunchedPassport passport = new LaunchedPassport(PassportPorts.free());
        try {
            // an earlier run may have left processes
            passport.launcher.down();
            passport.launcher.up("--fresh", TWO_INSTANCES);
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

    /** Starts Passport again with the same data. */
    public void upAgain() {
        launcher.up(TWO_INSTANCES);
    }

    /** Stops Passport and keeps its files. */
    public void down() {
        launcher.down();
    }

    /** The folder with {@code run}, {@code logs} and {@code data}. */
    public Path home() {
        return HOME;
    }

    /** A part by its name, for example {@code redis} or {@code user-service-2}. */
    public PassportProcess part(String name) {
        return new PassportProcess(name, HOME.resolve("run").resolve(name + ".pid"));
    }

    /** All parts and the launcher. */
    public List<PassportProcess> parts() {
        try (Stream<Path> files = Files.list(HOME.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> part(name.substring(0, name.length() - ".pid".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of a part. */
    public int port(String part) {
        return ports.of(part);
    }

    /** The ports of both gateways. */
    public List<Integer> gateways() {
        return List.of(port("gateway"), port("gateway") + PassportPorts.SECOND_INSTANCE_OFFSET);
    }

    /** The management port of a service. */
    public int managementPort(String service) {
        return port(service) + 10_000;
    }

    /** A URI of a part. */
    public URI at(String part, String path) {
        return URI.create("http://127.0.0.1:" + port(part) + path);
    }

    public PassportRedis redis() {
        return redis;
    }

    public PassportDatabase database() {
        return new PassportDatabase(port("mariadb"));
    }

    public SmsInbox inbox() {
        return new SmsInbox(at("emulators", "/inbox"));
    }

    public VendorFaults faults() {
        return new VendorFaults(at("emulators", "/faults"));
    }

    public TestSecrets secrets() {
        return secrets;
    }

    @Override
    public void close() {
        redis.close();
        stopOnExit.close();
    }
}
