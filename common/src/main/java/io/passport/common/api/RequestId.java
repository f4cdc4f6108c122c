package io.passport.common.api;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that ties together the log lines one request causes in all services. */
public final class RequestId {

    /** The header in which it travels, in and out. */
    public static final String HEADER = "X-Request-Id";

    /** Its name among the log context's fields. */
    public static final String LOG_FIELD = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    /** The given id where it is 8 to 64 letters, digits and hyphens, else a new one: a log line cannot be forged by it. */
    public static String orNew(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
