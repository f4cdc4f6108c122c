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
        return saying(ErrorCode.OK.text());
    }

    /** Success with data. */
    public static <T> Envelope<T> ok(T data) {
        return saying(ErrorCode.OK.text(), data);
    }

    /** Success without data, with a text of the operation's own. */
    public static Envelope<@Nullable Void> saying(String text) {
        return new Envelope<>(ErrorCode.OK.errno(), text, null);
    }

    /** Success with data, with a text of the operation's own. */
    public static <T> Envelope<T> saying(String text, T data) {
        return new Envelope<>(ErrorCode.OK.errno(), text, data);
    }

    /** A failure with the code's default text. */
    public static Envelope<@Nullable Void> of(ErrorCode code) {
        return of(code, code.text());
    }

    /** A failure with a text of the operation's own. */
    public static Envelope<@Nullable Void> of(ErrorCode code, String text) {
        return new Envelope<>(code.errno(), text, null);
    }

    /** What a refusal looks like on the wire. */
    public static Envelope<@Nullable Object> of(ApiException refusal) {
        return new Envelope<>(refusal.code().errno(), refusal.text(), refusal.data());
    }
}
