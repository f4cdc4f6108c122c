package io.passport.media.avatar;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What user-service answers, read with suspicion: nothing in it need be there.
 *
 * @param errno {@code "0"} when the address was saved
 * @param data there when it was saved
 */
record SaveAvatarResponse(@Nullable String errno, @Nullable Data data) {

    /** No decisions: what came before them is not known. Nor is a success without its data. */
    private static final Set<String> AMBIGUOUS_CODES =
            Set.of(ErrorCode.OK.errno(), ErrorCode.SERVERERR.errno(), ErrorCode.UNKOWNERR.errno());

    /**
     * @param previousAvatarUrl null when there was no avatar before
     */
    record Data(@Nullable String previousAvatarUrl) {}

    SaveOutcome outcome() {
        if (ErrorCode.OK.errno().equals(errno) && data != null) {
            return new SaveOutcome.Saved(data.previousAvatarUrl());
        }
        if (ErrorCode.NODATA.errno().equals(errno)) {
            return new SaveOutcome.Refused(ApiException.of(ErrorCode.NODATA, "无效操作"));
        }
        if (errno == null || AMBIGUOUS_CODES.contains(errno)) {
            return new SaveOutcome.Unknown(new IllegalStateException("user-service answered errno " + errno));
        }
        return new SaveOutcome.Refused(ApiException.of(ErrorCode.DBERR, SaveOutcome.FAILED));
    }
}
