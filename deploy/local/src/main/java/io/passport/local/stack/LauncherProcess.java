package io.passport.local.stack;

import io.passport.local.jvm.Project;
import io.passport.local.part.StartupException;
import io.passport.local.part.Home;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The launcher that runs in a home, perhaps, seen from another JVM. */
public record LauncherProcess(Home home, Console console) {
    /** The services get 15 s to end, then the databases as much. */
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    /**
     * Makes sure that none runs.
     *
     * @throws StartupException when one does
     */
    public void refuse() throws IOException {
        if (HomeLock.holder(home).isPresent()) {
            throw HomeLock.held(home);
        }
    }

    /** Shows its parts; true when all are ready. */
    public boolean status() throws IOException, InterruptedException {
        if (HomeLock.holder(home).isEmpty()) {
            console.say("Passport does not run in " + home.root() + ": deploy/up starts it");
            return false;
        }
        if (!PortsFile.of(home).exists()) {
            console.say("Passport has only begun to start in " + home.root());
            return false;
        }
        var plan = Plan.of(Project.ofThisLauncher(), PortsFile.of(home).read());
        var table = PartsTable.of(plan, home);
        table.show(console);
        return table.allReady();
    }

    /** Ends it and all that it has started, and returns when they have ended. */
    public void end() throws IOException, InterruptedException {
        var launcher = HomeLock.holder(home);
        if (launcher.isPresent()) {
            end(launcher.get());
        }
        // a launcher that was killed, now or before, leaves its parts to their guards
        new OrphanedProcesses(home).await(console);
        console.say(launcher.isPresent() ? "Passport has stopped" : "Passport does not run in " + home.root());
    }

    private static void end(ProcessHandle launcher) throws InterruptedException {
        launcher.destroy();
        try {
            launcher.onExit().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            launcher.destroyForcibly();
        }
    }
}
