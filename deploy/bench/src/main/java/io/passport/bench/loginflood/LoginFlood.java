package io.passport.bench.loginflood;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures {@code GET /user} of signed-in users, first without other load, then while 64 callers post wrong passwords as fast as
 * they can.
 */
public final class LoginFlood {

    private static final int READERS = 8;
    private static final int READS_PER_SECOND = 50;
    private static final Duration DEFAULT_HALF = Duration.ofSeconds(60);

    /** Twice the gateway's longest response timeout. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The benchmark sends {@code X-Forwarded-For} as a trusted proxy does. */
    private static final Map<String, String> SETTINGS = Map.of("PASSPORT_EDGE_TRUSTEDPROXIES", "127.0.0.0/8");

    private LoginFlood() {}

    /**
     * Prints both scenarios. Exit status 1 means that one misses the target.
     *
     * @param args the seconds of each half; 60 by default
     */
    public static void main(String[] args) throws Exception {
        Duration half = args.length > 0 ? Duration.ofSeconds(Long.parseLong(args[0])) : DEFAULT_HALF;
        List<ScenarioResult> measured = measure(Path.of(""), half);
        measured.forEach(System.out::println);
        System.exit(measured.stream().allMatch(ScenarioResult::meetsTarget) ? 0 : 1);
    }

    /**
     * Starts Passport, measures every scenario, stops Passport. Throws IllegalStateException if Passport does not start or
     * stop.
     */
    static List<ScenarioResult> measure(Path root, Duration half) throws IOException {
        try (BenchmarkedPassport passport = BenchmarkedPassport.launch(root, SETTINGS);
                ConstantRateReaders readers = new ConstantRateReaders(
                        passport.at("gateway", "/api/v1.0/user"), signUp(passport), READS_PER_SECOND, TIMEOUT)) {
            warmUp(passport, readers, half);
            return Arrays.stream(Scenario.values())
                    .map(scenario -> measure(passport, readers, scenario, half))
                    .toList();
        }
    }

    private static List<String> signUp(BenchmarkedPassport passport) throws IOException {
        UserRegistration registration = new UserRegistration(passport);
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            cookies.add(registration.signUp());
        }
        return cookies;
    }

    /** Excludes what is created at first use. */
    private static void warmUp(BenchmarkedPassport passport, ConstantRateReaders readers, Duration half) {
        var _ = measure(passport, readers, Scenario.MANY_ADDRESSES, half.dividedBy(2));
    }

    private static ScenarioResult measure(
            BenchmarkedPassport passport, ConstantRateReaders readers, Scenario scenario, Duration half) {
        ReadTimes idle = readers.readFor(half);
        WrongPasswordFlood flood =
                WrongPasswordFlood.at(passport.at("gateway", "/api/v1.0/sessions"), scenario, TIMEOUT);
        ReadTimes flooded;
        try (flood) {
            // excludes the moment in which 64 connections are opened
            var _ = readers.readFor(half.dividedBy(5));
            flooded = readers.readFor(half);
        }
        return new ScenarioResult(scenario, idle, flooded, flood.answers());
    }
}
