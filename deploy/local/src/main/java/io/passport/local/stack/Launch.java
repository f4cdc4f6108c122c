package io.passport.local.stack;

import io.passport.local.jvm.Project;
import io.passport.local.part.CannotStart;
import io.passport.local.part.Home;
import io.passport.local.part.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** A run of all of Passport in this JVM: it ends when the JVM is told to end, and everything with it. */
public final class Launch {
    private final Home home;
    private final Screen screen;
    // kept, since a lock that is collected as garbage is released
    private final HomeLock lock;

    private Launch(Home home, Screen screen, HomeLock lock) {
        this.home = home;
        this.screen = screen;
        this.lock = lock;
    }

    /**
     * Takes a home for this JVM.
     *
     * @throws CannotStart when another launcher runs there
     */
    public static Launch in(Home home, Screen screen) throws IOException {
        return new Launch(home, screen, HomeLock.take(home));
    }

    /**
     * Starts everything, says so, and never returns.
     *
     * @param fresh whether to throw away the data first
     * @throws CannotStart when something cannot start; what was started is stopped as this JVM ends
     */
    public void run(Scale scale, boolean fresh) throws IOException, InterruptedException {
        new Leftovers(home).await(screen);
        ReadyMark.of(home).clear();
        var ports = scale.applyTo(Ports.from(System.getenv()));
        var plan = Plan.of(Project.ofThisLauncher(), ports);
        plan.checkPorts();
        // not before: a start that is refused leaves the data as they are
        if (fresh) {
            throwDataAway();
        }
        new FreeSpace(home).check();
        PortsFile.of(home).write(ports);
        start(plan);
        new CountDownLatch(1).await();
    }

    private void throwDataAway() throws IOException {
        WholeFolder.delete(home.data());
        Files.createDirectory(home.data());
    }

    private void start(Plan plan) throws IOException, InterruptedException {
        screen.say("Starting Passport in " + home.root());
        var stack = new Stack(home, screen, plan.parts());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        stack.start();
        var routes = Routes.of(plan);
        routes.await();
        screen.say("Passport is ready: http://localhost:" + routes.gateway().port());
        PartsTable.of(plan, home).show(screen);
        ReadyMark.of(home).set();
    }

    private void stop(Stack stack) {
        screen.say("Stopping Passport");
        try {
            ReadyMark.of(home).clear();
            stack.stop();
            PortsFile.of(home).delete();
            lock.close();
            screen.say("Passport has stopped");
        } catch (IOException e) {
            screen.say("Passport has stopped, but left files in " + home.run() + ": " + e.getMessage());
        }
    }
}
