package io.passport.local.stack;

import io.passport.local.jvm.ServicePart;
import io.passport.local.jvm.TrainingPart;
import io.passport.local.part.Home;
import io.passport.local.part.PreparedPart;
import io.passport.local.part.RunningPart;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Makes the ahead-of-time caches that are missing, one after another, while the stack runs. The next start uses them. A training
 * that fails is printed and changes nothing.
 */
final class Training {
    private final Home home;
    private final Console console;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean stopped;
    private @Nullable RunningPart<TrainingPart> running;

    Training(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** Returns when each service has a cache, or its training has failed, or after {@link #stop}. */
    void run(List<PartSpec> plan) throws InterruptedException {
        try {
            var made = 0;
            for (var service : services(plan)) {
                made += train(service) ? 1 : 0;
            }
            if (made > 0) {
                console.print("The next start is faster: it uses what this one has recorded");
            }
        } finally {
            ended.countDown();
        }
    }

    /** One instance of each module. */
    private static List<ServicePart> services(List<PartSpec> plan) {
        return plan.stream()
                .map(PartSpec::part)
                .filter(ServicePart.class::isInstance)
                .map(ServicePart.class::cast)
                .filter(service -> service.name().equals(service.module().folder()))
                .toList();
    }

    private boolean train(ServicePart service) throws InterruptedException {
        try {
            var training = TrainingPart.of(service);
            return !training.isDone(home) && record(training);
        } catch (IOException | StartupException | UncheckedIOException e) {
            if (!isStopped()) {
                console.print(service.name(), "recorded no cache: " + e.getMessage());
            }
            return false;
        }
    }

    private boolean record(TrainingPart training) throws IOException, InterruptedException {
        try {
            try (var process = launch(training)) {
                process.awaitReady();
            }
            if (isStopped()) {
                return false;
            }
            training.complete(home);
            return true;
        } finally {
            training.discard(home);
        }
    }

    private synchronized RunningPart<TrainingPart> launch(TrainingPart training)
            throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("The stack is being stopped");
        }
        running = PreparedPart.of(home, training).launch();
        return running;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Ends the training at once, and returns when its process has ended and its files are deleted. */
    void stop() throws InterruptedException {
        synchronized (this) {
            stopped = true;
            if (running == null) {
                return;
            }
            running.kill();
        }
        ended.await();
    }
}
