package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 16: {@code PUT user/mobile}. */
@AgainstPassport
class MobileChangeIT {

    private final Passport passport;
    private final Member member;
    private final Owner owner;
    private final String wanted;

    MobileChangeIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.owner = member.owner(passport);
        this.wanted = passport.secrets().newMobile();
    }

    @Test
    void mobileWhenChangedThenOnlyTheNewOneSignsInAndOtherSessionsStay() {
        Visitor other = member.elsewhere(passport);
        Visitor thief = Visitor.of(passport).holding(member.visitor().token());
        Answer answer = change(mobileCode()).isOk();
        assertThat(answer.data().propertyNames()).containsExactly("mobile");
        assertThat(answer.data().get("mobile").asString()).isEqualTo(wanted);
        member.isSignedIn();
        other.session().isOk("true");
        thief.session().isRefusal("4101", "false");
        assertThat(Profile.in(other.profile().isOk()).text("mobile")).isEqualTo(wanted);
        Visitor.of(passport).logIn(member.mobile(), member.password()).isRefusal("4004", "用户名或密码错误");
        Visitor.of(passport).logIn(wanted, member.password()).isOk();
    }

    @Test
    void mobileWhenChangedThenTheOldOneIsFreeForSomebodyElse() {
        change(mobileCode()).isOk();
        Owner next = Owner.of(passport);
        String code = next.codeFor(Purpose.REGISTER, member.mobile());
        String password = passport.secrets().newPassword();
        assertThat(next.visitor()
                        .register(member.mobile(), code, password)
                        .isOk()
                        .data()
                        .get("user_id")
                        .asLong())
                .isNotEqualTo(member.id());
        member.isSignedIn();
    }

    @Test
    void mobileWhenNobodyIsSignedInThenSessionErrorBeforeAnythingElse() {
        Visitor nobody = Visitor.of(passport);
        new Owner(passport, nobody)
                .changeMobile(wanted, "123456", member.password())
                .isRefusal("4101", "用户未登录");
        nobody.put("user/mobile", Map.of()).isRefusal("4101", "用户未登录");
        nobody.send("PUT", "user/mobile", Body.calledJson("[")).isRefusal("4101", "用户未登录");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "sms_code", "password"})
    void mobileWhenAFieldIsMissingThenParameterError(String missing) {
        Map<String, String> all =
                new HashMap<>(Map.of("mobile", wanted, "sms_code", "123456", "password", member.password()));
        all.remove(missing);
        member.visitor().put("user/mobile", all).isRefusal("4103").hasNoData();
    }

    @Test
    void mobileWhenNumberOrCodeIsNoneThenParameterErrorWhateverThePassword() {
        owner.changeMobile("12800000000", "123456", "wrong password").isRefusal("4103");
        owner.changeMobile(wanted, "12345", "wrong password").isRefusal("4103");
    }

    @Test
    void mobileWhenItIsTheAccountsAlreadyThenParameterError() {
        owner.changeMobile(member.mobile(), "123456", "wrong password").isRefusal("4103");
    }

    @Test
    void mobileWhenThePasswordIsWrongThenThatIsSaidBeforeTheCodeIsLookedAt() {
        String code = mobileCode();
        for (int i = 0; i < 4; i++) {
            owner.changeMobile(wanted, WrongCodes.otherThan(code), "wrong password " + i)
                    .isRefusal("4106", "密码错误");
        }
        owner.changeMobile(wanted, code, passport.secrets().newPassword()).isRefusal("4106", "密码错误");
        owner.changeMobile(wanted, code, member.password()).isRefusal("4201");
        passport.redis().endLock("account:" + member.id());
        change(code).isOk();
    }

    @Test
    void mobileWhenNoCodeWasSentThenExpired() {
        change("123456").isRefusal("4002", "短信验证码已过期").hasNoData();
    }

    @Test
    void mobileWhenTheCodeWentToTheOldNumberThenExpired() {
        change(owner.codeFor(Purpose.MOBILE, member.mobile())).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void mobileWhenTheCodeIsWrongThenFiveTriesAreAllThereAreAndNothingChanges() {
        String code = mobileCode();
        for (int i = 0; i < 5; i++) {
            change(WrongCodes.otherThan(code)).isRefusal("4004", "短信验证码错误");
        }
        change(code).isRefusal("4002", "短信验证码已过期");
        assertThat(Profile.in(member.visitor().profile().isOk()).text("mobile")).isEqualTo(member.mobile());
    }

    @Test
    void mobileWhenItHasAnAccountThenOnlyTheRightCodeTellsItAndIsSpent() {
        Member other = Member.of(passport);
        String code = owner.codeFor(Purpose.MOBILE, other.mobile());
        owner.changeMobile(other.mobile(), WrongCodes.otherThan(code), member.password())
                .isRefusal("4004", "短信验证码错误");
        owner.changeMobile(other.mobile(), code, member.password())
                .isRefusal("4003", "手机号已注册")
                .hasNoData();
        owner.changeMobile(other.mobile(), code, member.password()).isRefusal("4002", "短信验证码已过期");
        other.elsewhere(passport).session().isOk("true");
    }

    private Answer change(String code) {
        return owner.changeMobile(wanted, code, member.password());
    }

    private String mobileCode() {
        return owner.codeFor(Purpose.MOBILE, wanted);
    }
}
