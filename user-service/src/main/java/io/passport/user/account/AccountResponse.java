package io.passport.user.account;

import io.passport.user.time.ShanghaiTime;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An account, as its owner sees it.
 *
 * @param avatar the full URL, empty while there is none; the same as {@code avatarUrl}, since some pages read one and some the
 *     other
 * @param createTime {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai
 */
public record AccountResponse(
        @Schema(example = "1") long userId,
        @Schema(example = "小明") String name,
        @Schema(example = "13800000000") String mobile,
        @Schema(description = "与 avatar_url 相同") String avatar,
        @Schema(description = "完整的 URL，没有头像时为空") String avatarUrl,

        @Schema(
                description = "北京时间",
                pattern = "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
                example = "2026-11-27 08:00:00")
        String createTime) {

    public static AccountResponse of(Account account) {
        String avatarUrl = account.avatarUrl() == null ? "" : account.avatarUrl();
        return new AccountResponse(
                account.id(),
                account.name(),
                account.mobile().number(),
                avatarUrl,
                avatarUrl,
                ShanghaiTime.text(account.createdAt()));
    }

    @Override
    public String toString() {
        return "AccountResponse[" + userId + "]";
    }
}
