package io.passport.local.stack;

import io.passport.local.part.CannotStart;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Prepared;
import io.passport.local.part.Running;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The start of all parts: each lays out its files at once, and starts as soon as those that it needs are ready. */
final class Starting {
    private final Home home;
    private final Screen screen;
    private final List<Planned> plan;
    private final Map<String, CompletableFuture<Void>> ready = new HashMap<>();
    private final CompletableFuture<Object> failure = new CompletableFuture<>();

    /** Starts the process of a part that is prepared. */
    @FunctionalInterface
    interface Launch {
        Running<Part> of(Prepared<Part> prepared) throws IOException, InterruptedException;
    }

    Starting(Home home, Screen screen, List<Planned> plan) {
        this.home = home;
        this.screen = screen;
        this.plan = plan;
        plan.forEach(planned -> ready.put(planned.name(), new CompletableFuture<>()));
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
    void run(Launch launch) throws InterruptedException {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            plan.forEach(planned -> threads.execute(() -> startOrFail(planned, launch)));
            var all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
            CompletableFuture.anyOf(failure, all).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CannotStart reason -> throw reason;
                case InterruptedException givenUp -> throw givenUp;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void startOrFail(Planned planned, Launch launch) {
        try {
            start(planned, launch);
        } catch (RuntimeException e) {
            fail(e);
        } catch (IOException | ExecutionException e) {
            fail(new CannotStart(planned.name() + " did not start: " + e.getMessage()));
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Planned planned, Launch launch) throws IOException, ExecutionException, InterruptedException {
        var prepared = Prepared.of(home, planned.part());
        for (var needed : planned.needs()) {
            readiness(needed).get();
        }
        var since = System.nanoTime();
        launch.of(prepared).awaitReady();
        var seconds = (System.nanoTime() - since) / 1e9;
        screen.say(
                planned.name(),
                "ready in %.1f s, port %d".formatted(seconds, planned.part().port()));
        readiness(planned.name()).complete(null);
    }

    private CompletableFuture<Void> readiness(String part) {
        return Objects.requireNonNull(ready.get(part), part);
    }
}
