package io.passport.local.command;

import io.passport.local.part.Home;
import io.passport.local.stack.Console;
import io.passport.local.stack.LauncherProcess;
import io.passport.local.stack.Scale;
import io.passport.local.stack.StackLauncher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code deploy/up}: starts the stack. Runs until it is told to end, or with {@code -d} returns when all is ready. Exit status 1 if
 * the start fails or a stack already runs in this home.
 */
@Command(
        name = "up",
        description = "Starts Passport on this machine; Ctrl-C stops it.",
        customSynopsis = "deploy/up [-d] [--fresh] [--scale SERVICE=N[,SERVICE=N...]]")
final class UpCommand implements Callable<Integer> {
    @Option(
            names = {"-d", "--detach"},
            description = "Return when all is ready, and leave it running.")
    private boolean detached;

    @Option(names = "--fresh", description = "Delete the data first.")
    private boolean fresh;

    @Option(
            names = "--scale",
            split = ",",
            paramLabel = "SERVICE=N",
            description = "Run several instances of a service.")
    private Map<String, Integer> scale = Map.of();

    private final Console console;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var scaled = new Scale(scale);
        var home = Home.ofEnvironment();
        if (detached) {
            new LauncherProcess(home, console).requireNotRunning();
            return new BackgroundLauncher(home, console.out()).start(arguments());
        }
        StackLauncher.in(home, console).run(scaled, fresh);
        return 0;
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of("up"));
        if (fresh) {
            arguments.add("--fresh");
        }
        scale.forEach((service, count) -> arguments.add("--scale=" + service + "=" + count));
        return arguments;
    }
}
