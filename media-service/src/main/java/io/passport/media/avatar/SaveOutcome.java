package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import org.jspecify.annotations.Nullable;

/** How an attempt to save an avatar's address ended. */
sealed interface SaveOutcome {

    /** The {@code errmsg} beside {@code 4001}. */
    String FAILED = "保存用户头像失败";

    /**
     * It was saved.
     *
     * @param previous the address of the avatar before, if there was one
     */
    record Saved(@Nullable String previous) implements SaveOutcome {}

    /**
     * It certainly was not saved.
     *
     * @param answer what the client is told
     */
    record Refused(ApiException answer) implements SaveOutcome {}

    /**
     * It may have been saved: the call went out, and no answer came back that could be understood.
     *
     * @param failure why there is none
     */
    record Unknown(Throwable failure) implements SaveOutcome {}
}
