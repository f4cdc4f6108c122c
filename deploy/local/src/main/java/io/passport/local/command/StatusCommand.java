package io.passport.local.command;

import io.passport.local.part.Home;
import io.passport.local.stack.OtherLauncher;
import io.passport.local.stack.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows what runs. */
@Command(
        name = "status",
        description = "Shows the parts of the running Passport; its status is 0 when all are ready.",
        customSynopsis = "deploy/status")
record StatusCommand(Screen screen) implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        return new OtherLauncher(Home.ofEnvironment(), screen).status() ? 0 : 1;
    }
}
