package io.passport.user.realname;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.account.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Verifies once and for all who holds an account. The same identity again is no error; another one is. */
@Component
class RealNameVerification {

    private final Accounts accounts;
    private final VerifiedIdentities identities;
    private final IdCheckQuota attempts;
    private final IdCheck check;

    RealNameVerification(Accounts accounts, VerifiedIdentities identities, IdCheckQuota attempts, IdCheck check) {
        this.accounts = accounts;
        this.identities = identities;
        this.attempts = attempts;
        this.check = check;
    }

    /**
     * Verifies the account's holder.
     *
     * @throws ApiException {@code 4003} the account or the card is somebody else's, {@code 4103} name and card do not belong
     *     together, {@code 4201} tried too often, {@code 4301} the check is unavailable
     */
    void verify(long accountId, Identity identity) {
        accounts.require(accountId);
        if (isVerifiedAs(accountId, identity)) {
            return;
        }
        if (identities.isTaken(identity.idCard())) {
            throw somebodyElse();
        }
        if (!matches(accountId, identity)) {
            throw ApiException.badParameter("姓名与身份证号不一致");
        }
        if (!identities.add(accountId, identity) && !isVerifiedAs(accountId, identity)) {
            throw somebodyElse();
        }
    }

    private boolean matches(long accountId, Identity identity) {
        attempts.count(accountId);
        try {
            return check.matches(identity);
        } catch (ApiException unavailable) {
            attempts.release(accountId);
            throw unavailable;
        }
    }

    private boolean isVerifiedAs(long accountId, Identity identity) {
        Optional<Identity> verified = identities.of(accountId);
        if (verified.isPresent() && !verified.get().equals(identity)) {
            throw somebodyElse();
        }
        return verified.isPresent();
    }

    private static ApiException somebodyElse() {
        return ApiException.of(ErrorCode.DATAEXIST, "已实名认证或身份证号已被使用");
    }
}
