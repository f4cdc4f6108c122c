package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer of user-service to {@code PUT} and {@code DELETE /internal/users/{id}/avatar}. Any part may be missing; nothing is thrown
 * for an unknown answer.
 *
 * @param errno {@code "0"} when the URL was saved
 * @param data present when the URL was saved
 */
record SaveAvatarResponse(@Nullable String errno, @Nullable Data data) {

    /** Codes after which the URL may have been saved: an internal error, or success without data. */
    private static final Set<String> AMBIGUOUS_CODES =
            Set.of(ErrorCode.OK.errno(), ErrorCode.SERVERERR.errno(), ErrorCode.UNKOWNERR.errno());

    /**
     * @param previousAvatarUrl null when there was no previous avatar
     */
    record Data(@Nullable String previousAvatarUrl) {}

    /** What the answer means for the new avatar. */
    SaveOutcome outcome() {
        if (ErrorCode.OK.errno().equals(errno) && data != null) {
            return new SaveOutcome.Saved(data.previousAvatarUrl());
        }
        if (ErrorCode.NODATA.errno().equals(errno)) {
            return new SaveOutcome.Rejected(ApiException.of(ErrorCode.NODATA, "无效操作"));
        }
        if (errno == null || AMBIGUOUS_CODES.contains(errno)) {
            return new SaveOutcome.Unknown(new IllegalStateException("user-service answered errno " + errno));
        }
        return new SaveOutcome.Rejected(ApiException.of(ErrorCode.DBERR, SaveOutcome.NOT_SAVED));
    }
}
