package io.passport.local.command;

import io.passport.local.part.DetachedProcess;
import io.passport.local.part.Home;
import io.passport.local.stack.ReadyFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a launcher in another JVM, which continues after this one, and copies its output until it is ready.
 *
 * @param out receives the output
 */
record BackgroundLauncher(Home home, PrintStream out) {
    private static final long POLL_MILLIS = 100;

    /**
     * Starts it, and waits until it is ready or has ended. There is no time limit here: the launcher limits each part's start.
     *
     * @param arguments its command line
     * @return 0 when it is ready, or its exit status if it ended
     */
    int start(List<String> arguments) throws IOException, InterruptedException {
        // a killed launcher leaves its ready file; it would look as if the new one were ready
        ReadyFile.of(home).clear();
        var log = home.log("launcher");
        Files.deleteIfExists(log);
        Files.createFile(log);
        var launcher = launch(arguments, log);
        // Ctrl-C before it is ready also stops the launcher
        var stop = new Thread(() -> stop(launcher), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (var output = Files.newInputStream(log)) {
            follow(launcher, output);
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        return launcher.isAlive() ? 0 : launcher.exitValue();
    }

    private void follow(Process launcher, InputStream output) throws IOException, InterruptedException {
        boolean last;
        do {
            last = launcher.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)
                    || ReadyFile.of(home).isSet();
            output.transferTo(out);
            out.flush();
        } while (!last);
    }

    private static Process launch(List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<>(DetachedProcess.prefix());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // enough: the launcher only starts and watches processes
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LauncherCommand.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        launcher.onExit().join();
    }
}
