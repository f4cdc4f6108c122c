package io.passport.common.api;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rejects a request. {@link EnvelopeExceptionHandler} answers it with an {@link Envelope} and status 200, and does not log it. It
 * has no stack trace, because it is an answer and not a fault.
 */
public final class ApiException extends RuntimeException {

    private final ErrorCode code;
    private final String text;
    private final transient @Nullable Object data;

    private ApiException(ErrorCode code, String text, @Nullable Object data) {
        super(code.name(), null, false, false);
        this.code = code;
        this.text = text;
        this.data = data;
    }

    /** With the code's default text. */
    public static ApiException of(ErrorCode code) {
        return of(code, code.text());
    }

    /** With a text of the operation's own. */
    public static ApiException of(ErrorCode code, String text) {
        return new ApiException(code, text, null);
    }

    /** {@code 4103}. The text names what is wrong and never the value. */
    public static ApiException badParameter(String text) {
        return of(ErrorCode.PARAMERR, text);
    }

    /**
     * {@code 4201}: too many requests.
     *
     * @param wait goes into the text and {@code data.retry_after}, rounded up to whole seconds, at least 1
     */
    public static ApiException tooManyRequests(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new ApiException(ErrorCode.REQERR, "请求过于频繁，请 " + seconds + " 秒后再试", Map.of("retry_after", seconds));
    }

    /** The code of the answer. */
    public ErrorCode code() {
        return code;
    }

    /** The {@code errmsg} of the answer. */
    public String text() {
        return text;
    }

    /** The {@code data} of the answer; null when there is none. */
    public @Nullable Object data() {
        return data;
    }
}
