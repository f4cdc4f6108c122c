package io.passport.common.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of every JSON answer: {@code {"errno":"0","errmsg":"OK","data":{…}}}.
 *
 * @param errno the code, a JSON string
 * @param errmsg the text that pages show
 * @param data left out when there is none
 */
public record Envelope<T extends @Nullable Object>(
        String errno,
        String errmsg,
        @JsonInclude(JsonInclude.Include.NON_NULL) T data) {

    /** Success without data. */
    public static Envelope<@Nullable Void> ok() {
        return okWithText(ErrorCode.OK.text());
    }

    /** Success with data. */
    public static <T> Envelope<T> ok(T data) {
        return okWithText(ErrorCode.OK.text(), data);
    }

    /** Success without data, with the operation's own text. */
    public static Envelope<@Nullable Void> okWithText(String text) {
        return new Envelope<>(ErrorCode.OK.errno(), text, null);
    }

    /** Success with data, with the operation's own text. */
    public static <T> Envelope<T> okWithText(String text, T data) {
        return new Envelope<>(ErrorCode.OK.errno(), text, data);
    }

    /** A failure with the code's default text. */
    public static Envelope<@Nullable Void> of(ErrorCode code) {
        return of(code, code.text());
    }

    /** A failure with the operation's own text. */
    public static Envelope<@Nullable Void> of(ErrorCode code, String text) {
        return new Envelope<>(code.errno(), text, null);
    }

    /** The answer to a rejected request. */
    public static Envelope<@Nullable Object> of(ApiException rejection) {
        return new Envelope<>(rejection.code().errno(), rejection.text(), rejection.data());
    }
}
