package io.passport.local.stack;

import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.PreparedPart;
import io.passport.local.part.RunningPart;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The running processes of a plan.
 *
 * <p>If a part ends during the start, the start fails. If a part ends later, that is printed and the others continue.
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
     * Starts all parts, in parallel where possible, and returns when all are ready.
     *
     * @throws StartupException if a part cannot start or ends meanwhile; other parts may run until {@link #stop}
     * @throws InterruptedException if the stack was stopped during the start
     */
    void start() throws InterruptedException {
        starting.run(this::launch);
        synchronized (this) {
            state = state == State.STARTING ? State.UP : state;
        }
    }

    private synchronized RunningPart<Part> launch(PreparedPart<Part> prepared)
            throws IOException, InterruptedException {
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
            console.print(name + " " + process.ending() + ", the others go on; its log ends so:", process.logTail());
            process.close();
        }
    }

    /**
     * Stops all running parts, each after the parts that need it, and returns when they have ended. A second call has no
     * effect.
     */
    void stop() {
        synchronized (this) {
            state = State.STOPPING;
        }
        starting.cancel();
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
