package io.passport.common.warmup;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Repeats all {@link WarmUpTask}s for {@code passport.warm-up.duration} when the server accepts connections. The service then
 * registers itself in Nacos: both listen to the same event, and this listener is the first. Readiness follows at the end of
 * the start. A task that hangs is interrupted two seconds after the duration.
 */
final class WarmUp implements ApplicationListener<WebServerInitializedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** For the last run of each task, which begins before the duration is over. */
    private static final Duration LAST_RUN = Duration.ofSeconds(2);

    private final Duration duration;
    private final List<WarmUpTask> tasks;

    WarmUp(WarmUpProperties properties, List<WarmUpTask> tasks) {
        this.duration = properties.duration();
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Returns when the time is over, or when all tasks have failed. */
    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        if (duration.isZero()
                || tasks.isEmpty()
                || WebServerApplicationContext.hasServerNamespace(started.getApplicationContext(), "management")) {
            return;
        }
        repeatAll(URI.create("http://127.0.0.1:" + started.getWebServer().getPort()));
    }

    private void repeatAll(URI server) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("warm-up-", 0).factory());
        long end = System.nanoTime() + duration.toNanos();
        List<Callable<Integer>> repeated = tasks.stream()
                .<Callable<Integer>>map(task -> () -> repeat(task, server, end))
                .toList();
        try {
            threads.invokeAll(repeated, duration.plus(LAST_RUN).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private static int repeat(WarmUpTask task, URI server, long end) {
        int runs = 0;
        try {
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                task.run(server);
                runs++;
            }
        } catch (IOException | RuntimeException failed) {
            if (System.nanoTime() < end) {
                LOG.warn("The warm-up goes on without {}: {}", task.getClass().getSimpleName(), failed.toString());
            }
        }
        LOG.info("Warm-up: {} ran {} times", task.getClass().getSimpleName(), runs);
        return runs;
    }
}
