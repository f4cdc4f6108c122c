package io.passport.gateway.edge;

import io.passport.common.api.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The gateway answers the request itself, with this status and code. A check of the edge fails with it, and
 * {@link EnvelopeErrorHandler} answers. Has no stack trace, since it describes an answer.
 */
public final class EdgeException extends RuntimeException {

    private final HttpStatus status;
    private final ErrorCode code;
    private final String text;
    private final @Nullable Duration retryAfter;

    private EdgeException(HttpStatus status, ErrorCode code, @Nullable Duration retryAfter) {
        this(status, code, code.text(), retryAfter);
    }

    private EdgeException(HttpStatus status, ErrorCode code, String text, @Nullable Duration retryAfter) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.retryAfter = retryAfter;
    }

    /** 404, {@code 4201}: the path is not canonical, so no route has it. */
    static EdgeException pathNotCanonical() {
        return new EdgeException(HttpStatus.NOT_FOUND, ErrorCode.REQERR, null);
    }

    /** 403, {@code 4201}: another site's page caused the request. */
    static EdgeException crossSite() {
        return new EdgeException(HttpStatus.FORBIDDEN, ErrorCode.REQERR, null);
    }

    /** 413, {@code 4103}. */
    static EdgeException bodyTooLarge() {
        return new EdgeException(HttpStatus.CONTENT_TOO_LARGE, ErrorCode.PARAMERR, null);
    }

    /** 400, {@code 4103}: the body did not arrive within the timeout. */
    static EdgeException bodyTooSlow() {
        return new EdgeException(HttpStatus.BAD_REQUEST, ErrorCode.PARAMERR, null);
    }

    /** 400, {@code 4103}: the body has a malformed chunk, or the client closed the connection. */
    static EdgeException bodyIncomplete() {
        return new EdgeException(HttpStatus.BAD_REQUEST, ErrorCode.PARAMERR, null);
    }

    /** 429, {@code 4201}: over the rate limit, or over the memory budget for bodies. */
    static EdgeException tooManyRequests() {
        return new EdgeException(HttpStatus.TOO_MANY_REQUESTS, ErrorCode.REQERR, Duration.ofSeconds(1));
    }

    /** 200, {@code 4105}: the client shows one user, and another one is signed in. */
    static EdgeException otherUser() {
        return new EdgeException(HttpStatus.OK, ErrorCode.ROLEERR, "当前登录的账户已变更，请刷新页面后重试", null);
    }

    /** 503, {@code 4001}: Redis does not answer, so it is unknown whether the client is signed in. */
    static EdgeException sessionStoreUnavailable() {
        return new EdgeException(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.DBERR, Duration.ofSeconds(5));
    }

    /** 503, {@code 4500}: the service of the route is unavailable. */
    static EdgeException upstreamUnavailable() {
        return new EdgeException(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.SERVERERR, Duration.ofSeconds(5));
    }

    /** 200, {@code 4500}: an error of the gateway itself; a retry would not help. */
    static EdgeException internalError() {
        return new EdgeException(HttpStatus.OK, ErrorCode.SERVERERR, null);
    }

    /** The 4xx status that the framework chose, with the code that fits. */
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

    String text() {
        return text;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
