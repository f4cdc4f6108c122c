package io.passport.local.stack;

import io.passport.local.part.StartupException;
import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.PreparedPart;
import io.passport.local.part.RunningPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The parts of a plan as running processes.
 *
 * <p>A part that ends while the stack starts fails the start; one that ends later is reported, and the others go on.
 */
final class Stack {
    private enum State {
        STARTING,
        UP,
        STOPPING
    }

    private final Console console;
    private final List<PartSpec> plan;
    private final StartupSequence starting;
    private final Map<String, RunningPart<Part>> running = new ConcurrentHashMap<>();
    private final Object stop = new Object();
    private State state = State.STARTING;

    Stack(Home home, Console console, List<PartSpec> plan) {
        this.console = console;
        this.plan = List.copyOf(plan);
        this.starting = new StartupSequence(home, console, this.plan);
    }

    /**
     * Starts all parts, side by side where they can, and returns when all are ready.
     *
     * @throws StartupException when one of them cannot; the others may then be running, until {@link #stop}
     * @throws InterruptedException when the stack was stopped meanwhile
     */
    void start() throws InterruptedException {
        starting.run(this::launch);
        synchronized (this) {
            state = state == State.STARTING ? State.UP : state;
        }
    }

    private synchronized RunningPart<Part> launch(PreparedPart<Part> prepared) throws IOException, InterruptedException {
        if (state == State.STOPPING) {
            throw new InterruptedException("The stack is being stopped");
        }
        var process = prepared.launch();
        running.put(prepared.part().name(), process);
        process.onExit().thenAccept(this::ended);
        return process;
    }

    private synchronized void ended(RunningPart<Part> process) {
        if (state == State.STARTING) {
            starting.fail(process.died());
        } else if (state == State.UP) {
            var name = process.part().name();
            console.say(name + " " + process.ending() + ", the others go on; its log ends so:", process.logTail());
            process.close();
        }
    }

    /** Stops all parts that run, each only when those that need it have stopped. Calling it twice does no harm. */
    void stop() {
        synchronized (this) {
            state = State.STOPPING;
        }
        starting.giveUp();
        synchronized (stop) {
            stopInOrder();
        }
    }

    private void stopInOrder() {
        var left = new ArrayList<>(plan);
        while (!left.isEmpty()) {
            var unneeded = left.stream()
                    .filter(spec ->
                            left.stream().noneMatch(other -> other.needs().contains(spec.name())))
                    .toList();
            stopTogether(unneeded);
            left.removeAll(unneeded);
        }
    }

    private void stopTogether(List<PartSpec> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : parts) {
                var process = running.remove(part.name());
                if (process != null) {
                    threads.execute(process::close);
                }
            }
        }
    }
}
