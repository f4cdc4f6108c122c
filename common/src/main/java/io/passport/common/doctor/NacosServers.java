package io.passport.common.doctor;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Nacos itself lets in only whom it knows. Asks each server as a stranger, then with what its documentation gives away.
 * One that does not answer within seconds is no finding: services start without Nacos, too.
 */
final class NacosServers implements Check {

    private static final String PREFIX = "spring.cloud.nacos.discovery.";
    private static final String ADDRESSES = PREFIX + "server-addr";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static boolean areUsed(Environment environment) {
        return environment.getProperty("spring.cloud.discovery.enabled", Boolean.class, true)
                && environment.getProperty("spring.cloud.nacos.discovery.enabled", Boolean.class, true);
    }

    @Override
    public Stream<Finding> findings(ConfigurableEnvironment environment) {
        if (!areUsed(environment)) {
            return Stream.empty();
        }
        return Arrays.stream(environment.getProperty(ADDRESSES, "").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new NacosServer(address, environment))
                .flatMap(NacosServers::examine);
    }

    private static Stream<Finding> examine(NacosServer server) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return server.faults(http, PATIENCE).stream()
                    .map(fault -> new Finding(ADDRESSES, fault.text(), fault.remedy()));
        } catch (IOException away) {
            return Stream.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
