package io.passport.local.command;

import io.passport.local.part.Home;
import io.passport.local.stack.Console;
import io.passport.local.stack.LauncherProcess;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deploy/status}: prints the state of each part. Exit status 0 when all are ready, else 1. */
@Command(
        name = "status",
        description = "Shows the parts of the running Passport; its status is 0 when all are ready.",
        customSynopsis = "deploy/status")
record StatusCommand(Console console) implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        return new LauncherProcess(Home.ofEnvironment(), console).status() ? 0 : 1;
    }
}
