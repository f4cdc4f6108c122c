package io.passport.local.stack;

import io.passport.local.jvm.Project;
import io.passport.local.part.Home;
import io.passport.local.part.StartupException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The launcher of a home as another JVM sees it. It may run or not. */
public record LauncherProcess(Home home, Console console) {
    /** Services have 15 s to stop, then databases have 15 s. */
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    /**
     * Checks that no launcher runs.
     *
     * @throws StartupException if one runs
     */
    public void requireNotRunning() throws IOException {
        if (HomeLock.holder(home).isPresent()) {
            throw HomeLock.held(home);
        }
    }

    /** Prints the parts. Returns whether all are ready. */
    public boolean status() throws IOException, InterruptedException {
        if (HomeLock.holder(home).isEmpty()) {
            console.print("Passport does not run in " + home.root() + ": deploy/up starts it");
            return false;
        }
        if (!PortsFile.of(home).exists()) {
            console.print("Passport has only begun to start in " + home.root());
            return false;
        }
        var plan = Plan.of(Project.ofThisLauncher(), PortsFile.of(home).read());
        var table = PartsTable.of(plan, home);
        table.print(console);
        return table.allReady();
    }

    /** Stops the launcher and its parts, and returns when they have ended. Kills a launcher that has not ended after 40 s. */
    public void end() throws IOException, InterruptedException {
        var launcher = HomeLock.holder(home);
        if (launcher.isPresent()) {
            end(launcher.get());
        }
        // guards stop the parts of a launcher that was killed, now or before
        new OrphanedProcesses(home).await(console);
        console.print(launcher.isPresent() ? "Passport has stopped" : "Passport does not run in " + home.root());
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
