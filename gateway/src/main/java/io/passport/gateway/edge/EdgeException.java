package io.passport.gateway.edge;

import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The gateway itself refuses a request. Carries no stack trace: it is an answer, not a fault. */
public final class EdgeException extends RuntimeException {

    private final HttpStatus status;
    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    private EdgeException(HttpStatus status, ErrorCode code, @Nullable Duration retryAfter) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static EdgeException noSuchRoute() {
        return new EdgeException(HttpStatus.NOT_FOUND, ErrorCode.REQERR, null);
    }

    static EdgeException crossSite() {
        return new EdgeException(HttpStatus.FORBIDDEN, ErrorCode.REQERR, null);
    }

    static EdgeException bodyTooLarge() {
        return new EdgeException(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.PARAMERR, null);
    }

    static EdgeException bodyTooSlow() {
        return new EdgeException(HttpStatus.BAD_REQUEST, ErrorCode.PARAMERR, null);
    }

    static EdgeException tooManyRequests() {
        return new EdgeException(HttpStatus.TOO_MANY_REQUESTS, ErrorCode.REQERR, Duration.ofSeconds(1));
    }

    /** Sessions cannot be looked up: nobody is let in as somebody, and nobody is recentlyRefreshed that he is signed out. */
    public static EdgeException sessionStoreUnavailable() {
        return new EdgeException(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.DBERR, Duration.ofSeconds(5));
    }

    /** The service behind a route is away. */
    static EdgeException upstreamUnavailable() {
        return new EdgeException(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.SERVERERR, Duration.ofSeconds(5));
    }

    /** The gateway itself is at fault: a page waits for an answer, and to come again soon would not help. */
    static EdgeException internalError() {
        return new EdgeException(HttpStatus.OK, ErrorCode.SERVERERR, null);
    }

    /** What the framework refused by a status of its own. */
    static EdgeException ofStatus(HttpStatus status) {
        ErrorCode code = status == HttpStatus.BAD_REQUEST || status == HttpStatus.CONTENT_TOO_LARGE
                ? ErrorCode.PARAMERR
                : ErrorCode.REQERR;
        return new EdgeException(status, code, null);
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
