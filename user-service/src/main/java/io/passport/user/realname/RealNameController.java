package io.passport.user.realname;

import io.passport.common.trust.SignedInUser;
import io.passport.common.wire.Envelope;
import io.passport.common.wire.WhenStorageFails;
import io.passport.user.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations 8 and 9: verifying the real name, and what was verified. */
@RestController
@RequestMapping("/api/v1.0/user/auth")
class RealNameController {

    private final Accounts accounts;
    private final Verification verification;
    private final VerifiedIdentities identities;
    private final RealNameSettings settings;

    RealNameController(
            Accounts accounts, Verification verification, VerifiedIdentities identities, RealNameSettings settings) {
        this.accounts = accounts;
        this.verification = verification;
        this.identities = identities;
        this.settings = settings;
    }

    @PostMapping
    @WhenStorageFails("保存用户实名信息异常")
    Envelope<@Nullable Void> verify(SignedInUser user, @RequestBody Identity identity) {
        verification.verify(user.id(), identity);
        return Envelope.ok();
    }

    @GetMapping
    Envelope<Verified> verified(SignedInUser user) {
        accounts.existing(user.id());
        return Envelope.ok(identities
                .of(user.id())
                .map(identity -> view(user.id(), identity))
                .orElseGet(() -> new Verified(user.id(), null, null)));
    }

    private Verified view(long userId, Identity identity) {
        IdCardNumber card = identity.idCard();
        return new Verified(userId, identity.realName().text(), settings.showFull() ? card.number() : card.masked());
    }

    /** {@code user.auth_to_dict()} of the API document; both are null until verified. */
    record Verified(
            long userId,
            @Nullable String realName,
            @Nullable String idCard) {
        @Override
        public String toString() {
            return "Verified[" + userId + "]";
        }
    }
}
