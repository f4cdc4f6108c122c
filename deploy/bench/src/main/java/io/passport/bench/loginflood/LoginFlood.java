package io.passport.bench.loginflood;

import io.passport.bench.stack.LaunchedPassport;
import io.passport.bench.stack.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures how long {@code GET user} takes those who are signed in, first while nothing else happens, then while 64 callers
 * post wrong passwords as fast as they can.
 */
public final class LoginFlood {

    private static final int READERS = 8;
    private static final int READS_PER_SECOND = 50;
    private static final Duration USUAL = Duration.ofSeconds(60);

    /** Twice what the gateway gives its slowest route. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The callers' addresses come from the benchmark, as from a proxy. */
    private static final Map<String, String> SETTINGS = Map.of("PASSPORT_EDGE_TRUSTEDPROXIES", "127.0.0.0/8");

    private LoginFlood() {}

    /**
     * Prints both scenarios; the status is 1 when one misses the target.
     *
     * @param args nothing, or for how many seconds each half is measured
     */
    public static void main(String[] args) throws Exception {
        Duration half = args.length > 0 ? Duration.ofSeconds(Long.parseLong(args[0])) : USUAL;
        List<Measured> measured = measure(Path.of(""), half);
        measured.forEach(System.out::println);
        System.exit(measured.stream().allMatch(Measured::metTheTarget) ? 0 : 1);
    }

    /** Launches Passport, measures every scenario, stops it. */
    static List<Measured> measure(Path root, Duration half) throws IOException {
        try (LaunchedPassport passport = LaunchedPassport.launch(root, SETTINGS);
                Readers readers = new Readers(
                        passport.at("gateway", "/api/v1.0/user"), signedIn(passport), READS_PER_SECOND, PATIENCE)) {
            warmUp(passport, readers, half);
            return Arrays.stream(Scenario.values())
                    .map(scenario -> measure(passport, readers, scenario, half))
                    .toList();
        }
    }

    private static List<String> signedIn(LaunchedPassport passport) throws IOException {
        Registration registration = new Registration(passport);
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            cookies.add(registration.signedIn());
        }
        return cookies;
    }

    /** What is made at first use counts for neither half. */
    private static void warmUp(LaunchedPassport passport, Readers readers, Duration half) {
        var _ = measure(passport, readers, Scenario.ADDRESSES_OF_THEIR_OWN, half.dividedBy(2));
    }

    private static Measured measure(LaunchedPassport passport, Readers readers, Scenario scenario, Duration half) {
        Reads idle = readers.readFor(half);
        Flood flood = Flood.at(passport.at("gateway", "/api/v1.0/sessions"), scenario, PATIENCE);
        Reads flooded;
        try (flood) {
            // sixty-four connections at the same moment are another question
            var _ = readers.readFor(half.dividedBy(5));
            flooded = readers.readFor(half);
        }
        return new Measured(scenario, idle, flooded, flood.answers());
    }
}
