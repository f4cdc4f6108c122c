package io.passport.gateway.edge;

import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The gateway itself refuses a request. Carries no stack trace: it is an answer, not a fault. */
public final class EdgeRefusal extends RuntimeException {

    private final HttpStatus status;
    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    private EdgeRefusal(HttpStatus status, ErrorCode code, @Nullable Duration retryAfter) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static EdgeRefusal noSuchRoute() {
        return new EdgeRefusal(HttpStatus.NOT_FOUND, ErrorCode.REQERR, null);
    }

    static EdgeRefusal crossSite() {
        return new EdgeRefusal(HttpStatus.FORBIDDEN, ErrorCode.REQERR, null);
    }

    static EdgeRefusal bodyTooLarge() {
        return new EdgeRefusal(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.PARAMERR, null);
    }

    static EdgeRefusal bodyTooSlow() {
        return new EdgeRefusal(HttpStatus.BAD_REQUEST, ErrorCode.PARAMERR, null);
    }

    static EdgeRefusal flood() {
        return new EdgeRefusal(HttpStatus.TOO_MANY_REQUESTS, ErrorCode.REQERR, Duration.ofSeconds(1));
    }

    /** Sessions cannot be looked up: nobody is let in as somebody, and nobody is told that he is signed out. */
    public static EdgeRefusal sessionsAway() {
        return new EdgeRefusal(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.DBERR, Duration.ofSeconds(5));
    }

    /** The service behind a route is away. */
    static EdgeRefusal serviceAway() {
        return new EdgeRefusal(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.SERVERERR, Duration.ofSeconds(5));
    }

    /** The gateway itself is at fault: a page waits for an answer, and to come again soon would not help. */
    static EdgeRefusal ownFault() {
        return new EdgeRefusal(HttpStatus.OK, ErrorCode.SERVERERR, null);
    }

    /** What the framework refused by a status of its own. */
    static EdgeRefusal byStatus(HttpStatus status) {
        ErrorCode code = status == HttpStatus.BAD_REQUEST || status == HttpStatus.CONTENT_TOO_LARGE
                ? ErrorCode.PARAMERR
                : ErrorCode.REQERR;
        return new EdgeRefusal(status, code, null);
    }

    HttpStatus status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
