package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import org.jspecify.annotations.Nullable;

/** The result of saving an avatar's URL in user-service: from {@link AvatarUrlSaver} to {@link AvatarChange}. */
sealed interface SaveOutcome {

    /** The {@code errmsg} of {@code 4001}. */
    String NOT_SAVED = "保存用户头像失败";

    /**
     * The URL was saved.
     *
     * @param previous the URL of the previous avatar, or null when there was none
     */
    record Saved(@Nullable String previous) implements SaveOutcome {}

    /**
     * The URL was certainly not saved.
     *
     * @param failure the answer to the client
     */
    record Rejected(ApiException failure) implements SaveOutcome {}

    /**
     * The URL may have been saved: the call was sent, and there is no usable answer.
     *
     * @param failure why there is no usable answer
     */
    record Unknown(Throwable failure) implements SaveOutcome {}
}
