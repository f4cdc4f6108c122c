package io.passport.local.stack;

import java.io.PrintStream;
import java.util.List;

/** What a start tells its user: plain lines, the same on a terminal and in a file. */
public record Console(PrintStream out) {
    private static final int NAME_WIDTH = 18;

    /** One line. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /** One line about a part. */
    public void say(String part, String line) {
        say(part + " ".repeat(Math.max(1, NAME_WIDTH - part.length())) + line);
    }

    /** One line, and below it the last lines of a log, if there are any. */
    public synchronized void say(String line, List<String> logLines) {
        say(line);
        logLines.forEach(logLine -> say("    | " + logLine));
    }
}
