package io.passport.media.avatar;

import io.passport.common.wire.ErrorCode;
import io.passport.common.wire.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What user-service answers, read with suspicion: nothing in it need be there.
 *
 * @param errno {@code "0"} when the address was saved
 * @param data there when it was saved
 */
record AvatarSavingAnswer(@Nullable String errno, @Nullable Data data) {

    /**
     * @param previousAvatarUrl null when there was no avatar before
     */
    record Data(@Nullable String previousAvatarUrl) {}

    AvatarSaving meaning() {
        if (ErrorCode.OK.errno().equals(errno) && data != null) {
            return new AvatarSaving.Saved(data.previousAvatarUrl());
        }
        if (ErrorCode.NODATA.errno().equals(errno)) {
            return new AvatarSaving.Refused(Refusal.of(ErrorCode.NODATA, "无效操作"));
        }
        if (ErrorCode.DBERR.errno().equals(errno)) {
            return new AvatarSaving.Refused(Refusal.of(ErrorCode.DBERR, AvatarSaving.FAILED));
        }
        return new AvatarSaving.Unknown(new IllegalStateException("user-service answered errno " + errno));
    }
}
