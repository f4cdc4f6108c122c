package io.passport.user.realname;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.account.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies once who owns an account. A verified identity cannot be changed. */
@Component
class RealNameVerification {

    private final Accounts accounts;
    private final VerifiedIdentities identities;
    private final IdCheckQuota quota;
    private final IdCheck idCheck;

    RealNameVerification(Accounts accounts, VerifiedIdentities identities, IdCheckQuota quota, IdCheck idCheck) {
        this.accounts = accounts;
        this.identities = identities;
        this.quota = quota;
        this.idCheck = idCheck;
    }

    /**
     * Verifies the account's owner. The same identity again is accepted without a check.
     *
     * @throws ApiException {@code 4002} the account does not exist any more; {@code 4003} the account has another identity,
     *     or the card another account; {@code 4103} name and card do not belong together; {@code 4201} too many checks;
     *     {@code 4301} the vendor is unavailable
     * @throws org.springframework.dao.DataAccessException when Redis or the database is unavailable. If the database fails
     *     after the check, the identity is not saved, and the next request makes and counts another check.
     */
    void verify(long accountId, Identity identity) {
        accounts.require(accountId);
        Optional<Identity> verified = identities.of(accountId);
        if (verified.filter(identity::equals).isPresent()) {
            return;
        }
        if (verified.isPresent() || identities.isTaken(identity.idCard())) {
            throw taken();
        }
        if (!check(accountId, identity)) {
            throw ApiException.badParameter("姓名与身份证号不一致");
        }
        if (!identities.add(accountId, identity) && !isVerifiedAs(accountId, identity)) {
            throw taken();
        }
    }

    /** Another request may have added the same identity since it was looked up; that is a success too. */
    private boolean isVerifiedAs(long accountId, Identity identity) {
        return identities.of(accountId).filter(identity::equals).isPresent();
    }

    private boolean check(long accountId, Identity identity) {
        quota.count(accountId);
        try {
            return idCheck.matches(identity);
        } catch (ApiException unavailable) {
            quota.release(accountId);
            throw unavailable;
        }
    }

    private static ApiException taken() {
        return ApiException.of(ErrorCode.DATAEXIST, "已实名认证或身份证号已被使用");
    }
}
