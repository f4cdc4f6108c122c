package io.passport.user.realname;

import static java.util.Objects.requireNonNull;

import io.passport.user.personaldata.BlindIndex;
import io.passport.user.personaldata.FieldCipher;
import io.passport.user.time.UtcTime;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/**
 * The table {@code real_name}. Its keys ensure one identity per account and one account per identity card, also when requests
 * add them at the same time. All methods throw {@code DataAccessException} when the database is unavailable.
 */
@Repository
class VerifiedIdentities {

    private static final String ID_CARD = "real_name.id_card";
    private static final String REAL_NAME = "real_name.real_name";

    private final RealNameMapper rows;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    VerifiedIdentities(RealNameMapper rows, FieldCipher cipher, BlindIndex index, Clock clock) {
        this.rows = rows;
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    /** The account's verified identity; empty when it has none. */
    Optional<Identity> of(long accountId) {
        return Optional.ofNullable(rows.selectById(accountId))
                .map(row -> new Identity(
                        new RealName(decrypt(row.realName, REAL_NAME, accountId)),
                        new IdCardNumber(decrypt(row.idCard, ID_CARD, accountId))));
    }

    /** Whether an account has this identity card; another request may add it right after. */
    boolean isTaken(IdCardNumber idCard) {
        return rows.isTaken(index.of(ID_CARD, idCard.number()));
    }

    /** Adds a verified identity; false when the account has one already, or the card has an account. */
    boolean add(long accountId, Identity identity) {
        RealNameRow row = new RealNameRow();
        row.accountId = accountId;
        row.realName = cipher.encrypt(identity.realName().text(), context(REAL_NAME, accountId));
        row.idCard = cipher.encrypt(identity.idCard().number(), context(ID_CARD, accountId));
        row.idCardIndex = index.of(ID_CARD, identity.idCard().number());
        row.verifiedAt = UtcTime.now(clock);
        try {
            return rows.insert(row) == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private String decrypt(@Nullable String encrypted, String column, long accountId) {
        return cipher.decrypt(requireNonNull(encrypted), context(column, accountId));
    }

    private static String context(String column, long accountId) {
        return column + ":" + accountId;
    }
}
