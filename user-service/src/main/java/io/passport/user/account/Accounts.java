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

/** All accounts. What must be unique is decided by the database's constraints, never by looking first. */
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

    /** The account, if it is still there. */
    public Optional<Account> byId(long id) {
        return Optional.ofNullable(rows.selectById(id)).map(this::read);
    }

    /**
     * The account of a session.
     *
     * @throws ApiException {@code 4002} when it is gone
     */
    public Account require(long id) {
        return byId(id).orElseThrow(Accounts::gone);
    }

    /** The account that signs in with this number. */
    public Optional<Account> byMobile(Mobile mobile) {
        return Optional.ofNullable(rows.findByMobileIndex(index.of(MOBILE, mobile.number())))
                .map(this::read);
    }

    /**
     * A new account.
     *
     * @throws ApiException {@code 4003} when the number has one
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

    /** Keeps the same password by a better hash, unless it was changed meanwhile. */
    public void rehash(Account account, String hash) {
        rows.rehash(account.id(), account.passwordHash(), hash);
    }

    /**
     * Sets another password. Sign-ins by the old one that are under way fail from now on.
     *
     * @param account as it was read before its owner was proved
     * @return as it is from now on
     * @throws OptimisticLockingFailureException when what proves the owner was changed since
     */
    public Account changePassword(Account account, String hash) {
        requireUnchanged(rows.changePassword(account.id(), account.credentialVersion(), hash));
        return account.withCredentials(account.mobile(), hash);
    }

    /**
     * Sets another password for who holds the account's number, whatever else was changed since the account was read.
     * Sign-ins by the old one that are under way fail from now on.
     *
     * @throws ApiException {@code 4104} when the number is the account's no more
     */
    public void resetPassword(Account account, String hash) {
        byte[] found = index.of(MOBILE, account.mobile().number());
        if (rows.resetPassword(account.id(), found, hash) == 0) {
            throw ApiException.of(ErrorCode.USERERR);
        }
    }

    /**
     * Gives the account another number. Sign-ins by the old one that are under way fail from now on.
     *
     * @param account as it was read before its owner was proved
     * @return as it is from now on
     * @throws ApiException {@code 4003} when the number has an account
     * @throws OptimisticLockingFailureException when what proves the owner was changed since
     */
    public Account changeMobile(Account account, Mobile mobile) {
        String encrypted = cipher.encrypt(mobile.number(), MOBILE);
        byte[] found = index.of(MOBILE, mobile.number());
        try {
            requireUnchanged(rows.changeMobile(account.id(), account.credentialVersion(), encrypted, found));
        } catch (DuplicateKeyException taken) {
            throw mobileTaken();
        }
        return account.withCredentials(mobile, account.passwordHash());
    }

    /**
     * Notes that somebody has signed in.
     *
     * @return false when what proves the owner was changed since the account was read: then nobody may be signed in
     */
    public boolean recordSignIn(Account account) {
        return rows.recordSignIn(account.id(), account.credentialVersion(), now()) == 1;
    }

    /**
     * Gives the account another name, or with null the one it began with.
     *
     * @param key what must be unique of the name; null with a null name
     * @throws ApiException {@code 4001} when another account has it
     */
    public void rename(long id, @Nullable String name, @Nullable String key) {
        try {
            requireOne(rows.rename(id, name, key));
        } catch (DuplicateKeyException taken) {
            throw nameTaken();
        }
    }

    /** {@code 4001}, since pages show 用户名已存在 only for that code. */
    public static ApiException nameTaken() {
        return ApiException.of(ErrorCode.DBERR, "用户名已存在");
    }

    /**
     * Sets the avatar.
     *
     * @return the one before, if there was one
     */
    @Transactional
    public Optional<String> replaceAvatar(long id, String url) {
        AccountRow before = rows.lock(id);
        if (before == null) {
            throw gone();
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

    private static ApiException gone() {
        return ApiException.of(ErrorCode.NODATA, "无效操作");
    }

    private static void requireOne(int changed) {
        if (changed == 0) {
            throw gone();
        }
    }

    private static void requireUnchanged(int changed) {
        if (changed == 0) {
            throw new OptimisticLockingFailureException("What proves an account's owner was changed meanwhile");
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
