package io.passport.common.api;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request in the log lines of all services. */
public final class RequestId {

    /** The header of requests and answers that carries it. */
    public static final String HEADER = "X-Request-Id";

    /** Its name in the MDC. */
    public static final String LOG_FIELD = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    /** The given id if it is 8 to 64 letters, digits and hyphens, else a new UUID. So a client cannot forge a log line. */
    public static String orNew(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
