package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 15: {@code POST passwords}. */
@AgainstPassport
class PasswordResetIT {

    private final Passport passport;
    private final Member member;
    private final Owner owner;
    private final String chosen;

    PasswordResetIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.owner = Owner.of(passport);
        this.chosen = passport.secrets().newPassword();
    }

    @Test
    void passwordWhenResetThenOnlyTheNewOneSignsInAndNobodyIsSignedIn() {
        Answer answer = reset(resetCode()).isOk().hasNoData();
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        owner.visitor().logIn(member.mobile(), member.password()).isRefusal("4004", "用户名或密码错误");
        owner.visitor().logIn(member.mobile(), chosen).isOk();
    }

    @Test
    void passwordWhenResetThenEverySessionEndsTheCallersToo() {
        Visitor other = member.elsewhere(passport);
        member.owner(passport)
                .resetPassword(member.mobile(), resetCode(), chosen)
                .isOk();
        other.session().isRefusal("4101", "false");
        other.profile().isRefusal("4101", "用户未登录");
        member.visitor().session().isRefusal("4101", "false");
    }

    @Test
    void passwordWhenResetThenTheNumberIsNoMoreLocked() {
        for (int i = 0; i < 5; i++) {
            Visitor.of(passport).logIn(member.mobile(), "wrong password " + i).isRefusal("4004");
        }
        owner.visitor().logIn(member.mobile(), member.password()).isRefusal("4201");
        reset(resetCode()).isOk();
        owner.visitor().logIn(member.mobile(), chosen).isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "sms_code", "password"})
    void resetWhenAFieldIsMissingThenParameterError(String missing) {
        Map<String, String> all =
                new HashMap<>(Map.of("mobile", member.mobile(), "sms_code", "123456", "password", chosen));
        all.remove(missing);
        owner.visitor().post("passwords", all).isRefusal("4103").hasNoData();
    }

    @Test
    void resetWhenMobileOrCodeIsNoneThenParameterError() {
        owner.resetPassword("12800000000", "123456", chosen).isRefusal("4103");
        owner.resetPassword(member.mobile(), "12345", chosen).isRefusal("4103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven77", "Password123", "nul\u0000nul0"})
    void resetWhenThePasswordIsNoneThenParameterErrorAndTheCodeStaysGood(String noPassword) {
        String code = resetCode();
        owner.resetPassword(member.mobile(), code, noPassword).isRefusal("4103");
        reset(code).isOk();
    }

    @Test
    void resetWhenNoCodeWasSentThenExpired() {
        reset("123456").isRefusal("4002", "短信验证码已过期").hasNoData();
    }

    @Test
    void resetWhenTheCodeIsWrongThenFiveTriesAreAllThereAreAndNothingChanges() {
        String code = resetCode();
        for (int i = 0; i < 5; i++) {
            reset(WrongCodes.otherThan(code)).isRefusal("4004", "短信验证码错误");
        }
        reset(code).isRefusal("4002", "短信验证码已过期");
        member.isSignedIn();
        owner.visitor().logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void resetWhenTheCodeWasUsedThenExpired() {
        String code = resetCode();
        reset(code).isOk();
        owner.resetPassword(member.mobile(), code, member.password()).isRefusal("4002", "短信验证码已过期");
        owner.visitor().logIn(member.mobile(), chosen).isOk();
    }

    @Test
    void resetWhenTheNumberHasNoAccountThenOnlyTheRightCodeTellsIt() {
        String nobodys = passport.secrets().newMobile();
        String code = owner.codeFor(Purpose.RESET, nobodys);
        owner.resetPassword(nobodys, WrongCodes.otherThan(code), chosen).isRefusal("4004", "短信验证码错误");
        owner.resetPassword(nobodys, code, chosen).isRefusal("4104", "用户不存在或未激活");
        owner.resetPassword(nobodys, code, chosen).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void resetWhenTheAccountSleptThenWhatToDoIsSaidAndNothingChanges() {
        passport.database().leaveUnused(member.id(), Duration.ofDays(181));
        Answer refused = reset(resetCode()).isRefusal("4104").hasNoData();
        assertThat(refused.errmsg()).contains("180", "密码", "客服");
        member.isSignedIn();
        owner.visitor().logIn(member.mobile(), chosen).isRefusal("4004");
        owner.visitor().logIn(member.mobile(), member.password()).isOk();
        reset(resetCode()).isOk();
    }

    private Answer reset(String code) {
        return owner.resetPassword(member.mobile(), code, chosen);
    }

    private String resetCode() {
        return owner.codeFor(Purpose.RESET, member.mobile());
    }
}
