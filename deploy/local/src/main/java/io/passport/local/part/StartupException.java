package io.passport.local.part;

import java.util.List;

/** Why the stack, or a part of it, does not start: one line that says what to do, and what the part's log says. */
public final class StartupException extends RuntimeException {
    private final String reason;
    private final List<String> logLines;

    public StartupException(String reason) {
        this(reason, List.of());
    }

    StartupException(String reason, List<String> logLines) {
        super(reason);
        this.reason = reason;
        this.logLines = logLines;
    }

    @Override
    public String getMessage() {
        return reason;
    }

    /** The last lines of the part's log, empty when there is none. */
    public List<String> logLines() {
        return logLines;
    }
}
