package io.passport.local.stack;

import io.passport.local.jvm.Project;
import io.passport.local.part.StartupException;
import io.passport.local.part.Home;
import io.passport.local.part.AtomicDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** A run of all of Passport in this JVM: it ends when the JVM is told to end, and everything with it. */
public final class StackLauncher {
    private final Home home;
    private final Console console;
    // kept, since a lock that is collected as garbage is released
    private final HomeLock lock;

    private StackLauncher(Home home, Console console, HomeLock lock) {
        this.home = home;
        this.console = console;
        this.lock = lock;
    }

    /**
     * Takes a home for this JVM.
     *
     * @throws StartupException when another launcher runs there
     */
    public static StackLauncher in(Home home, Console console) throws IOException {
        return new StackLauncher(home, console, HomeLock.take(home));
    }

    /**
     * Starts everything, says so, and never returns.
     *
     * @param fresh whether to throw away the data first
     * @throws StartupException when something cannot start; what was started is stopped as this JVM ends
     */
    public void run(Scale scale, boolean fresh) throws IOException, InterruptedException {
        new OrphanedProcesses(home).await(console);
        ReadyFile.of(home).clear();
        var ports = scale.applyTo(Ports.from(System.getenv()));
        var plan = Plan.of(Project.ofThisLauncher(), ports);
        plan.checkPorts();
        // not before: a start that is refused leaves the data as they are
        if (fresh) {
            throwDataAway();
        }
        new FreeSpaceCheck(home).check();
        PortsFile.of(home).write(ports);
        start(plan);
        new CountDownLatch(1).await();
    }

    private void throwDataAway() throws IOException {
        AtomicDirectory.delete(home.data());
        Files.createDirectory(home.data());
    }

    private void start(Plan plan) throws IOException, InterruptedException {
        console.say("StartupSequence Passport in " + home.root());
        var stack = new Stack(home, console, plan.parts());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        stack.start();
        var routes = RoutingProbe.of(plan);
        routes.await();
        console.say("Passport is ready: http://localhost:" + routes.gateway().port());
        PartsTable.of(plan, home).show(console);
        ReadyFile.of(home).set();
    }

    private void stop(Stack stack) {
        console.say("Stopping Passport");
        try {
            ReadyFile.of(home).clear();
            stack.stop();
            PortsFile.of(home).delete();
            lock.close();
            console.say("Passport has stopped");
        } catch (IOException e) {
            console.say("Passport has stopped, but left files in " + home.run() + ": " + e.getMessage());
        }
    }
}
