package io.passport.user.profile;

import io.passport.common.trust.SignedInUser;
import io.passport.common.wire.Envelope;
import io.passport.common.wire.Refusal;
import io.passport.common.wire.WhenStorageFails;
import io.passport.user.account.AccountView;
import io.passport.user.account.Accounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operations 5 and 7: the own profile, and its name. */
@RestController
@RequestMapping("/api/v1.0/user")
class ProfileController {

    private final Accounts accounts;
    private final Renaming renaming;

    ProfileController(Accounts accounts, Renaming renaming) {
        this.accounts = accounts;
        this.renaming = renaming;
    }

    @GetMapping
    Envelope<AccountView> profile(SignedInUser user) {
        return Envelope.ok(AccountView.of(accounts.existing(user.id())));
    }

    @PutMapping("/name")
    @WhenStorageFails("保存用户信息失败")
    Envelope<Named> rename(SignedInUser user, @RequestBody NewName wanted) {
        return Envelope.ok(new Named(renaming.rename(user.id(), wanted.name())));
    }

    /** What the client sends. */
    record NewName(Name name) {
        NewName {
            if (name == null) {
                throw Refusal.badParameter("参数不完整");
            }
        }
    }

    /** The name as it is from now on. */
    record Named(String name) {}
}
