package io.passport.local.command;

import io.passport.local.part.StartupException;
import io.passport.local.stack.Console;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Starts, stops and shows all of Passport on one machine. */
@Command(name = "local", description = "Passport on this machine.")
public final class LauncherCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this and exit.")
    @SuppressWarnings("unused") // picocli sets and reads it
    private boolean help;

    private LauncherCommand() {}

    /**
     * Runs one command. Exit status: 0 for success, 1 for failure, 2 for a wrong command line.
     *
     * @param args {@code up}, {@code down} or {@code status}, and its options
     */
    public static void main(String[] args) {
        System.exit(commandLine(new Console(System.out)).execute(args));
    }

    static CommandLine commandLine(Console console) {
        IExecutionExceptionHandler inOneLine = (thrown, command, parsed) -> {
            switch (thrown) {
                case InterruptedException stopped -> {
                    // stopped by a signal; the shutdown hook prints that
                }
                case StartupException reason -> new Console(System.err).print(reason.getMessage(), reason.logLines());
                case IOException e ->
                    new Console(System.err).print("The home of Passport cannot be used: " + e.getMessage());
                default -> throw thrown;
            }
            return CommandLine.ExitCode.SOFTWARE;
        };
        return new CommandLine(new LauncherCommand())
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new DownCommand(console))
                .addSubcommand(new StatusCommand(console))
                .setExecutionExceptionHandler(inOneLine);
    }
}
