package io.passport.local.stack;

import java.io.PrintStream;
import java.util.List;

/** Prints messages for the user as plain lines. Safe for concurrent use. */
public record Console(PrintStream out) {
    private static final int NAME_WIDTH = 18;

    /** Prints one line. */
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints one line that begins with the name of a part. */
    public void print(String part, String line) {
        print(part + " ".repeat(Math.max(1, NAME_WIDTH - part.length())) + line);
    }

    /** Prints one line, and below it lines of a log. */
    public synchronized void print(String line, List<String> logLines) {
        print(line);
        logLines.forEach(logLine -> print("    | " + logLine));
    }
}
