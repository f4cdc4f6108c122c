package io.passport.local.part;

import java.util.List;

/** The stack or a part of it does not start. The message is for the user: one line for each reason, with its remedy. */
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

    /** The last lines of the part's log; empty if the part has no log. */
    public List<String> logLines() {
        return logLines;
    }
}
