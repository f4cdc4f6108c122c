package io.passport.common.startupcheck;

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
 * Nacos itself lets in only whom it knows. Asks each server as a stranger, then with what its documentation gives away.
 * One that does not answer may be starting just as this service is: it is asked again for as long as {@code
 * passport.startup-check.nacos-timeout} says. Then the log says that it was not examined, and that is no finding: services
 * start without Nacos, too.
 */
final class NacosServers implements StartupCheck {

    private static final String PREFIX = "spring.cloud.nacos.discovery.";
    private static final String ADDRESSES = PREFIX + "server-addr";
    private static final String PATIENCE = "passport.startup-check.nacos-timeout";
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Log log;

    /** @param logs for before there is logging */
    NacosServers(DeferredLogFactory logs) {
        this.log = logs.getLog(NacosServers.class);
    }

    static boolean areUsed(Environment environment) {
        return environment.getProperty("spring.cloud.discovery.enabled", Boolean.class, true)
                && environment.getProperty("spring.cloud.nacos.discovery.enabled", Boolean.class, true);
    }

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        if (!areUsed(environment)) {
            return Stream.empty();
        }
        long end = System.nanoTime() + patience(environment).toNanos();
        return Arrays.stream(environment.getProperty(ADDRESSES, "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new NacosServer(address, environment))
                .flatMap(server -> examine(server, end).stream())
                .map(fault -> new Finding(ADDRESSES, fault.text(), fault.remedy()));
    }

    /** Of all servers together: while one is waited for, the others may start as well. */
    private static Duration patience(ConfigurableEnvironment environment) {
        return Binder.get(environment).bind(PATIENCE, Duration.class).orElse(USUAL_PATIENCE);
    }

    private Set<NacosFault> examine(NacosServer server, long end) {
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(FOR_AN_ANSWER).build()) {
            return faults(server, http, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private Set<NacosFault> faults(NacosServer server, HttpClient http, long end) throws InterruptedException {
        while (true) {
            try {
                return server.faults(http, FOR_AN_ANSWER);
            } catch (IOException away) {
                if (System.nanoTime() - end >= 0) {
                    log.warn("Whether Nacos at " + server + " is open to everybody could not be examined: " + away);
                    return Set.of();
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }
}
