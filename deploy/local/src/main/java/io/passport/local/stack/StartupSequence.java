package io.passport.local.stack;

import io.passport.local.part.StartupException;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.PreparedPart;
import io.passport.local.part.RunningPart;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The start of all parts: each lays out its files at once, and starts as soon as those that it needs are ready. */
final class StartupSequence {
    private final Home home;
    private final Console console;
    private final List<PartSpec> plan;
    private final Map<String, CompletableFuture<Void>> ready = new HashMap<>();
    private final CompletableFuture<Object> failure = new CompletableFuture<>();

    /** Starts the process of a part that is prepared. */
    @FunctionalInterface
    interface PartStarter {
        RunningPart<Part> of(PreparedPart<Part> prepared) throws IOException, InterruptedException;
    }

    StartupSequence(Home home, Console console, List<PartSpec> plan) {
        this.home = home;
        this.console = console;
        this.plan = plan;
        plan.forEach(spec -> ready.put(spec.name(), new CompletableFuture<>()));
    }

    /** Fails the start; only the first reason counts. */
    void fail(RuntimeException reason) {
        failure.completeExceptionally(reason);
    }

    /** Gives the start up, because the stack is told to stop. */
    void giveUp() {
        failure.completeExceptionally(new InterruptedException("The stack was stopped while it started"));
    }

    /**
     * Returns when all parts are ready, or throws the first reason why they will not be.
     *
     * @throws InterruptedException when the start was given up
     */
    void run(PartStarter launch) throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            plan.forEach(spec -> threads.execute(() -> startOrFail(spec, launch)));
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

    private void startOrFail(PartSpec spec, PartStarter launch) {
        try {
            start(spec, launch);
        } catch (RuntimeException e) {
            fail(e);
        } catch (IOException | ExecutionException e) {
            fail(new StartupException(spec.name() + " did not start: " + e.getMessage()));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(PartSpec spec, PartStarter launch) throws IOException, ExecutionException, InterruptedException {
        var prepared = PreparedPart.of(home, spec.part());
        for (var needed : spec.needs()) {
            readiness(needed).get();
        }
        var since = System.nanoTime();
        launch.of(prepared).awaitReady();
        var seconds = (System.nanoTime() - since) / 1e9;
        console.say(
                spec.name(),
                "ready in %.1f s, port %d".formatted(seconds, spec.part().port()));
        readiness(spec.name()).complete(null);
    }

    private CompletableFuture<Void> readiness(String part) {
        return Objects.requireNonNull(ready.get(part), part);
    }
}
