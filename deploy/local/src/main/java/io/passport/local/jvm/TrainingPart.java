package io.passport.local.jvm;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A further instance of a service that records an {@link AotCache}. It is not in Nacos, so it gets no requests but those of its own
 * warm-up. It has the lowest priority. When it has ended, its JVM has written the cache.
 *
 * @param service what is started, on a port of its own
 */
public record TrainingPart(ServicePart service) implements Part {
    /** A warm-up long enough for profiles of all hot methods, and no wait for callers at the end. */
    private static final Map<String, String> SETTINGS = Map.of(
            "PASSPORT_WARMUP_DURATION", "20s",
            "SPRING_CLOUD_NACOS_DISCOVERY_REGISTERENABLED", "false",
            "SPRING_CLOUD_NACOS_DISCOVERY_GRACEFULSHUTDOWNWAITTIME", "0");

    private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "19");

    /** The training of a service on a free port. */
    public static TrainingPart of(ServicePart service) {
        return new TrainingPart(new ServicePart(
                service.project(),
                service.module(),
                service.name() + "-training",
                FreePort.find(),
                service.environment()));
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public int port() {
        return service.port();
    }

    @Override
    public Program program(Home home) throws IOException, InterruptedException {
        var recording = service.program(home, List.of(service.cache(home).record()));
        var command = new ArrayList<>(LOW_PRIORITY);
        command.addAll(recording.command());
        var environment = new HashMap<>(recording.environment());
        environment.putAll(SETTINGS);
        return new Program(command, environment, recording.directory());
    }

    /** Whether the service's cache exists, so that no training is needed. */
    public boolean isDone(Home home) throws IOException, InterruptedException {
        return service.cache(home).exists();
    }

    /** Takes the cache after the end of the process. */
    public void complete(Home home) throws IOException, InterruptedException {
        service.cache(home).complete();
    }

    /** Deletes what an interrupted training has written. */
    public void discard(Home home) throws IOException, InterruptedException {
        service.cache(home).discard();
    }

    @Override
    public boolean ready() throws IOException, InterruptedException {
        return service.ready();
    }

    @Override
    public Duration startTimeout() {
        return Duration.ofMinutes(10);
    }

    /** The JVM assembles the cache after it has received SIGTERM. */
    @Override
    public Duration stopTimeout() {
        return Duration.ofMinutes(10);
    }
}
