package io.passport.local.command;

import io.passport.local.part.Home;
import io.passport.local.stack.Console;
import io.passport.local.stack.LauncherProcess;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deploy/down}: stops the stack and returns when it has ended. Exit status 0, also when none runs. */
@Command(
        name = "down",
        description = "Stops the Passport of deploy/up, and keeps its data.",
        customSynopsis = "deploy/down")
record DownCommand(Console console) implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        new LauncherProcess(Home.ofEnvironment(), console).end();
        return 0;
    }
}
