package io.passport.local.stack;

import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.PreparedPart;
import io.passport.local.part.RunningPart;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Starts all parts. Each creates its files immediately, and starts its process when the parts it needs are ready. */
final class StartupSequence {
    private final Home home;
    private final Console console;
    private final List<PartSpec> plan;
    private final Map<String, CompletableFuture<Void>> ready = new HashMap<>();
    private final CompletableFuture<Object> failure = new CompletableFuture<>();

    /** Starts the process of a prepared part. */
    @FunctionalInterface
    interface PartStarter {
        RunningPart<Part> start(PreparedPart<Part> prepared) throws IOException, InterruptedException;
    }

    StartupSequence(Home home, Console console, List<PartSpec> plan) {
        this.home = home;
        this.console = console;
        this.plan = plan;
        plan.forEach(spec -> ready.put(spec.name(), new CompletableFuture<>()));
    }

    /** Fails the start. Has no effect after the first call. */
    void fail(RuntimeException reason) {
        failure.completeExceptionally(reason);
    }

    /** Cancels the start, because the stack is being stopped. */
    void cancel() {
        failure.completeExceptionally(new InterruptedException("The stack was stopped while it started"));
    }

    /**
     * Returns when all parts are ready.
     *
     * @throws StartupException the first failure
     * @throws InterruptedException if the start was cancelled
     */
    void run(PartStarter starter) throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            plan.forEach(spec -> threads.execute(() -> startOrFail(spec, starter)));
            var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
            CompletableFuture.anyOf(failure, all).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StartupException reason -> throw reason;
                case InterruptedException givenUp -> throw givenUp;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void startOrFail(PartSpec spec, PartStarter starter) {
        try {
            start(spec, starter);
        } catch (RuntimeException e) {
            fail(e);
        } catch (IOException | ExecutionException e) {
            fail(new StartupException(spec.name() + " did not start: " + e.getMessage()));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(PartSpec spec, PartStarter starter)
            throws IOException, ExecutionException, InterruptedException {
        var prepared = PreparedPart.of(home, spec.part());
        for (var needed : spec.needs()) {
            readiness(needed).get();
        }
        var since = System.nanoTime();
        starter.start(prepared).awaitReady();
        var seconds = (System.nanoTime() - since) / 1e9;
        console.print(
                spec.name(),
                "ready in %.1f s, port %d".formatted(seconds, spec.part().port()));
        readiness(spec.name()).complete(null);
    }

    private CompletableFuture<Void> readiness(String part) {
        return Objects.requireNonNull(ready.get(part), part);
    }
}
