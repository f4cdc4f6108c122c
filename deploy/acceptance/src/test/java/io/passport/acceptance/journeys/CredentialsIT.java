package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;

/** Changes and resets the password, and changes the mobile. */
@PassportTest
class CredentialsIT {

    private static final String NO_MATCH = "用户名或密码错误";

    private final LaunchedPassport passport;
    private final RegisteredUser user;
    private final String newPassword;

    CredentialsIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
        this.newPassword = passport.secrets().newPassword();
    }

    @Test
    void passwordWhenChangedThenOnlyTheNewOneSignsInAndAllOtherTokensEnd() {
        Visitor other = user.signInElsewhere(passport);
        Visitor thief = Visitor.of(passport).withToken(user.visitor().token());
        thief.session().isOk("true");
        user.visitor().changePassword(user.password(), newPassword).isOk().hasNoData();
        thief.session().isError("4101", "false");
        other.profile().isError("4101", "用户未登录");
        user.assertSignedIn();
        assertThat(user.visitor().get("sessions").isOk().data()).hasSize(1);
        onlyTheNewPasswordSignsIn();
    }

    @Test
    void passwordWhenResetThenOnlyTheNewOneSignsInAndEverySessionEnds() {
        String code = Visitor.of(passport).smsCodeFor(Purpose.RESET, user.mobile());
        ApiResponse response = Visitor.of(passport)
                .resetPassword(user.mobile(), code, newPassword)
                .isOk()
                .hasNoData();
        assertThat(response.headers().allValues("set-cookie")).isEmpty();
        user.visitor().session().isError("4101", "false");
        onlyTheNewPasswordSignsIn();
    }

    @Test
    void mobileWhenChangedThenOnlyTheNewOneSignsInAndTheOldOneIsFree() {
        Visitor other = user.signInElsewhere(passport);
        Visitor thief = Visitor.of(passport).withToken(user.visitor().token());
        String newMobile = passport.secrets().newMobile();
        String code = user.visitor().smsCodeFor(Purpose.MOBILE, newMobile);
        ApiResponse response =
                user.visitor().changeMobile(newMobile, code, user.password()).isOk();
        assertThat(response.data().propertyNames()).containsExactly("mobile");
        assertThat(response.data().get("mobile").asString()).isEqualTo(newMobile);
        user.assertSignedIn();
        thief.session().isError("4101", "false");
        assertThat(Profile.in(other.profile().isOk()).text("mobile")).isEqualTo(newMobile);
        Visitor next = Visitor.of(passport);
        next.signIn(user.mobile(), user.password()).isError("4004", NO_MATCH);
        next.signIn(newMobile, user.password()).isOk();
        String nextCode = next.smsCodeFor(Purpose.REGISTER, user.mobile());
        assertThat(next.register(user.mobile(), nextCode, newPassword)
                        .isOk()
                        .data()
                        .get("user_id")
                        .asLong())
                .isNotEqualTo(user.id());
    }

    private void onlyTheNewPasswordSignsIn() {
        Visitor visitor = Visitor.of(passport);
        visitor.signIn(user.mobile(), user.password()).isError("4004", NO_MATCH);
        visitor.signIn(user.mobile(), newPassword).isOk();
    }
}
