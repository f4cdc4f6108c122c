package io.passport.nacoscheck;

import io.passport.common.startupcheck.Finding;
import io.passport.common.startupcheck.StartupCheck;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Checks that every Nacos server requires authentication. Sends each server requests without credentials and with the
 * credentials that Nacos's documentation publishes. A server that does not answer is asked again until
 * {@code passport.startup-check.nacos-timeout} has passed for all servers together; then the check logs a warning and passes,
 * because services start without Nacos too. Runs once, at start-up; each connection and each answer may take 1 s.
 */
final class NacosServersCheck implements StartupCheck {

    private static final String PREFIX = "spring.cloud.nacos.discovery.";
    private static final String ADDRESSES = PREFIX + "server-addr";
    private static final String TIMEOUT = "passport.startup-check.nacos-timeout";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration RETRY_DELAY = Duration.ofMillis(250);

    private final Log log;

    /** @param logs defers log lines until logging is set up */
    NacosServersCheck(DeferredLogFactory logs) {
        this.log = logs.getLog(NacosServersCheck.class);
    }

    static boolean isNacosEnabled(Environment environment) {
        return environment.getProperty("spring.cloud.discovery.enabled", Boolean.class, true)
                && environment.getProperty("spring.cloud.nacos.discovery.enabled", Boolean.class, true);
    }

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        if (!isNacosEnabled(environment)) {
            return Stream.empty();
        }
        long end = System.nanoTime() + timeout(environment).toNanos();
        return Arrays.stream(environment.getProperty(ADDRESSES, "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new NacosProbe(address, environment))
                .flatMap(server -> examine(server, end).stream())
                .map(fault -> new Finding(ADDRESSES, fault.text(), fault.remedy()));
    }

    private static Duration timeout(ConfigurableEnvironment environment) {
        return Binder.get(environment).bind(TIMEOUT, Duration.class).orElse(DEFAULT_TIMEOUT);
    }

    private Set<NacosFault> examine(NacosProbe server, long end) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build()) {
            return faults(server, http, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private Set<NacosFault> faults(NacosProbe server, HttpClient http, long end) throws InterruptedException {
        while (true) {
            try {
                return server.faults(http, REQUEST_TIMEOUT);
            } catch (IOException unavailable) {
                if (System.nanoTime() - end >= 0) {
                    log.warn("Nacos at " + server + " could not be examined: " + unavailable);
                    return Set.of();
                }
                Thread.sleep(RETRY_DELAY);
            }
        }
    }
}
