package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;

/** Operation 5: {@code GET user}. */
@AgainstPassport
class ProfileIT {

    private final Passport passport;
    private final Member member;

    ProfileIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @Test
    void profileWhenNewThenAsAtRegistration() {
        Profile profile = Profile.in(member.visitor().profile().isOk());
        profile.isNewFor(member.mobile());
        assertThat(profile.fields().get("user_id").asLong()).isEqualTo(member.id());
    }

    @Test
    void profileWhenSeenFromAnotherBrowserThenTheSame() {
        assertThat(member.elsewhere(passport).profile().data())
                .isEqualTo(member.visitor().profile().data());
    }

    @Test
    void profileWhenNobodyIsSignedInThenThatIsSaid() {
        Visitor.of(passport).profile().isRefusal("4101", "用户未登录").hasNoData();
    }

    @Test
    void profileWhenTheAccountIsGoneThenNoData() {
        passport.database().deleteAccount(member.id());
        member.visitor().profile().isRefusal("4002", "无效操作").hasNoData();
    }
}
