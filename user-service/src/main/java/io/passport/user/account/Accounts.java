package io.passport.user.account;

import static java.util.Objects.requireNonNull;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.personaldata.BlindIndex;
import io.passport.user.personaldata.FieldCipher;
import io.passport.user.time.UtcTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code account}. Uniqueness is decided by its constraints, never by a query before the write. All methods throw
 * {@code DataAccessException} when the database is unavailable.
 */
@Repository
public class Accounts {

    private static final String MOBILE = "account.mobile";

    private final AccountMapper rows;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    Accounts(AccountMapper rows, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.rows = rows;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** The account, or empty when it does not exist any more. */
    public Optional<Account> byId(long id) {
        return Optional.ofNullable(rows.selectById(id)).map(this::read);
    }

    /**
     * The account of a signed-in user.
     *
     * @throws ApiException {@code 4002} when it does not exist any more
     */
    public Account require(long id) {
        return byId(id).orElseThrow(Accounts::notFound);
    }

    /** The account with this mobile number, or empty. */
    public Optional<Account> byMobile(Mobile mobile) {
        return Optional.ofNullable(rows.findByMobileIndex(index.of(MOBILE, mobile.number())))
                .map(this::read);
    }

    /**
     * Creates an account.
     *
     * @throws ApiException {@code 4003} when the mobile number has one, also when another request creates it at the same time
     */
    public Account create(Mobile mobile, String passwordHash) {
        AccountRow row = new AccountRow();
        row.mobile = cipher.encrypt(mobile.number(), MOBILE);
        row.mobileIndex = index.of(MOBILE, mobile.number());
        row.passwordHash = passwordHash;
        row.createdAt = now();
        try {
            rows.insert(row);
        } catch (DuplicateKeyException taken) {
            throw mobileTaken();
        }
        return read(row);
    }

    /** Replaces the hash of the same password, unless the hash was changed since the account was read. */
    public void rehash(Account account, String hash) {
        rows.rehash(account.id(), account.passwordHash(), hash);
    }

    /**
     * Sets a new password. Sign-ins with the old one that are in progress fail from now on.
     *
     * @param account as it was read before the caller was authenticated
     * @return the changed account
     * @throws OptimisticLockingFailureException when password or mobile number was changed since
     */
    public Account changePassword(Account account, String hash) {
        requireUnchanged(rows.changePassword(account.id(), account.credentialVersion(), hash));
        return account.withCredentials(account.mobile(), hash);
    }

    /**
     * Sets a new password, also when the password was changed since the account was read. Sign-ins with the old one that are
     * in progress fail from now on.
     *
     * @throws ApiException {@code 4104} when the mobile number of the account was changed since it was read
     */
    public void resetPassword(Account account, String hash) {
        byte[] mobileIndex = index.of(MOBILE, account.mobile().number());
        if (rows.resetPassword(account.id(), mobileIndex, hash) == 0) {
            throw ApiException.of(ErrorCode.USERERR);
        }
    }

    /**
     * Sets a new mobile number. Sign-ins that are in progress fail from now on.
     *
     * @param account as it was read before the caller was authenticated
     * @return the changed account
     * @throws ApiException {@code 4003} when another account has the mobile number
     * @throws OptimisticLockingFailureException when password or mobile number was changed since
     */
    public Account changeMobile(Account account, Mobile mobile) {
        String encrypted = cipher.encrypt(mobile.number(), MOBILE);
        byte[] mobileIndex = index.of(MOBILE, mobile.number());
        try {
            requireUnchanged(rows.changeMobile(account.id(), account.credentialVersion(), encrypted, mobileIndex));
        } catch (DuplicateKeyException taken) {
            throw mobileTaken();
        }
        return account.withCredentials(mobile, account.passwordHash());
    }

    /**
     * Saves the time of a sign-in.
     *
     * @return false when password or mobile number was changed since the account was read; then the sign-in must fail
     */
    public boolean recordSignIn(Account account) {
        return rows.recordSignIn(account.id(), account.credentialVersion(), now()) == 1;
    }

    /**
     * Sets the chosen name. With null, the mobile number is the name again.
     *
     * @param key the form of the name that must be unique; null with a null name
     * @throws ApiException {@code 4001} when another account has the name
     */
    public void rename(long id, @Nullable String name, @Nullable String key) {
        try {
            requireOne(rows.rename(id, name, key));
        } catch (DuplicateKeyException taken) {
            throw nameTaken();
        }
    }

    /** {@code 4001}: pages show 用户名已存在 only for this code. */
    public static ApiException nameTaken() {
        return ApiException.of(ErrorCode.DBERR, "用户名已存在");
    }

    /**
     * Sets the avatar. The account's row is locked meanwhile, so that of several changes at the same time each returns
     * another URL.
     *
     * @param url null for no avatar
     * @return the URL before, if there was one
     * @throws ApiException {@code 4002} when the account does not exist any more
     */
    @Transactional
    public Optional<String> replaceAvatar(long id, @Nullable String url) {
        AccountRow before = rows.lock(id);
        if (before == null) {
            throw notFound();
        }
        rows.setAvatar(id, url);
        return Optional.ofNullable(before.avatarUrl);
    }

    private LocalDateTime now() {
        return UtcTime.now(clock);
    }

    private static ApiException mobileTaken() {
        return ApiException.of(ErrorCode.DATAEXIST, "手机号已注册");
    }

    private static ApiException notFound() {
        return ApiException.of(ErrorCode.NODATA, "无效操作");
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw notFound();
        }
    }

    private static void requireUnchanged(int changed) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Password or mobile were changed by another request");
        }
    }

    private Account read(AccountRow row) {
        Instant createdAt = requireNonNull(row.createdAt).toInstant(ZoneOffset.UTC);
        return new Account(
                requireNonNull(row.id),
                new Mobile(cipher.decrypt(requireNonNull(row.mobile), MOBILE)),
                requireNonNull(row.passwordHash),
                row.name,
                row.avatarUrl,
                createdAt,
                row.signedInAt == null ? createdAt : row.signedInAt.toInstant(ZoneOffset.UTC),
                row.credentialVersion);
    }
}
