package io.passport.local.stack;

import io.passport.local.jvm.Project;
import io.passport.local.part.AtomicDirectory;
import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** Runs all of Passport from this JVM. When the JVM ends, also by Ctrl-C or SIGTERM, a shutdown hook stops all parts. */
public final class StackLauncher {
    private final Home home;
    private final Console console;
    // a field, because garbage collection of the lock would release it
    private final HomeLock lock;
    private final Training training;

    private StackLauncher(Home home, Console console, HomeLock lock) {
        this.home = home;
        this.console = console;
        this.lock = lock;
        this.training = new Training(home, console);
    }

    /**
     * Locks a home for this JVM.
     *
     * @throws StartupException if another launcher runs there
     */
    public static StackLauncher in(Home home, Console console) throws IOException {
        return new StackLauncher(home, console, HomeLock.take(home));
    }

    /**
     * Starts all parts and prints when they are ready. Never returns normally.
     *
     * @param fresh whether to delete the data first
     * @throws StartupException if a port is taken, the disk is full, or a part does not start; the shutdown hook stops the others
     * @throws InterruptedException if the stack is stopped while it starts
     */
    public void run(Scale scale, boolean fresh) throws IOException, InterruptedException {
        new OrphanedProcesses(home).await(console);
        ReadyFile.of(home).clear();
        var ports = scale.applyTo(Ports.from(System.getenv()));
        var plan = Plan.of(Project.ofThisLauncher(), ports);
        plan.checkPorts();
        // only now, so that a refused start leaves the data unchanged
        if (fresh) {
            deleteData();
        }
        new FreeSpaceCheck(home).check();
        PortsFile.of(home).write(ports);
        start(plan);
        if (!"off".equals(System.getenv("PASSPORT_AOT_TRAINING"))) {
            training.run(plan.parts());
        }
        new CountDownLatch(1).await();
    }

    private void deleteData() throws IOException {
        AtomicDirectory.delete(home.data());
        Files.createDirectory(home.data());
    }

    private void start(Plan plan) throws IOException, InterruptedException {
        console.print("Starting Passport in " + home.root());
        var stack = new Stack(home, console, plan.parts());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        stack.start();
        var routes = RoutingProbe.of(plan);
        routes.await();
        console.print("Passport is ready: http://localhost:" + routes.gateway().port());
        PartsTable.of(plan, home).print(console);
        ReadyFile.of(home).set();
    }

    private void stop(Stack stack) {
        console.print("Stopping Passport");
        try {
            ReadyFile.of(home).clear();
            training.stop();
            stack.stop();
            PortsFile.of(home).delete();
            lock.close();
            console.print("Passport has stopped");
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            console.print("Passport has stopped, but left files in " + home.run() + ": " + e.getMessage());
        }
    }
}
