package io.passport.user.account;

import io.passport.user.time.ShanghaiTime;

/**
 * {@code user.to_dict()} of the API document.
 *
 * @param avatar the full URL, empty while there is none; the same as {@code avatarUrl}, since some pages read the one and
 *     some the other
 * @param createTime {@code YYYY-MM-DD HH:MM:SS} in Asia/Shanghai
 */
public record AccountResponse(long userId, String name, String mobile, String avatar, String avatarUrl, String createTime) {

    /** The owner's view of an account. */
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
