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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 13: {@code POST sessions} with an SMS code. */
@AgainstPassport
class SmsLoginIT {

    private final Passport passport;
    private final Owner owner;
    private final Member member;

    SmsLoginIT(Passport passport) {
        this.passport = passport;
        this.owner = Owner.of(passport);
        this.member = Member.of(passport);
    }

    @Test
    void smsLoginWhenTheCodeIsRightThenTheAccountsNumberAndASession() {
        Answer answer = owner.signIn(member.mobile(), loginCode()).isOk();
        assertThat(answer.data().propertyNames()).containsExactly("user_id");
        assertThat(answer.data().get("user_id").asLong()).isEqualTo(member.id());
        assertThat(owner.visitor().session().isOk("true").data().get("user_id").asLong())
                .isEqualTo(member.id());
        member.isSignedIn();
    }

    @Test
    void smsLoginWhenSomebodyElseIsSignedInThenThatSessionEnds() {
        Member other = Member.of(passport);
        String before = other.visitor().token();
        other.owner(passport).signIn(member.mobile(), loginCode()).isOk();
        assertThat(other.visitor().token()).isNotEqualTo(before);
        Visitor.of(passport).holding(before).session().isRefusal("4101", "false");
    }

    @Test
    void loginWhenThereIsPasswordAndCodeOrNeitherThenParameterErrorAndTheCodeStaysGood() {
        String code = loginCode();
        Map<String, String> both = Map.of("mobile", member.mobile(), "password", member.password(), "sms_code", code);
        owner.visitor().post("sessions", both).isRefusal("4103").hasNoData();
        owner.visitor()
                .post("sessions", Map.of("mobile", member.mobile()))
                .isRefusal("4103")
                .hasNoData();
        owner.visitor().session().isRefusal("4101", "false");
        owner.signIn(member.mobile(), code).isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６"})
    void smsLoginWhenTheCodeHasNotSixDigitsThenParameterError(String noCode) {
        owner.signIn(member.mobile(), noCode).isRefusal("4103");
    }

    @Test
    void smsLoginWhenTheMobileIsNoneThenParameterError() {
        owner.signIn("12800000000", "123456").isRefusal("4103");
    }

    @Test
    void smsLoginWhenNoCodeWasSentThenExpired() {
        owner.signIn(member.mobile(), "123456").isRefusal("4002", "短信验证码已过期").hasNoData();
    }

    @Test
    void smsLoginWhenTheCodeIsWrongThenThatIsSaidAndFiveTriesAreAllThereAre() {
        String code = loginCode();
        for (int i = 0; i < 5; i++) {
            owner.signIn(member.mobile(), WrongCodes.otherThan(code)).isRefusal("4004", "短信验证码错误");
        }
        owner.signIn(member.mobile(), code).isRefusal("4002", "短信验证码已过期");
        owner.visitor().session().isRefusal("4101", "false");
    }

    @Test
    void smsLoginWhenTheCodeWasUsedThenExpired() {
        String code = loginCode();
        owner.signIn(member.mobile(), code).isOk();
        Owner.of(passport).signIn(member.mobile(), code).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void smsLoginWhenTheNumberHasNoAccountThenOnlyTheRightCodeTellsIt() {
        String nobodys = passport.secrets().newMobile();
        owner.signIn(nobodys, "123456").isRefusal("4002", "短信验证码已过期");
        String code = owner.codeFor(Purpose.LOGIN, nobodys);
        owner.signIn(nobodys, WrongCodes.otherThan(code)).isRefusal("4004", "短信验证码错误");
        owner.signIn(nobodys, code).isRefusal("4104", "用户不存在或未激活").hasNoData();
        owner.signIn(nobodys, code).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void smsLoginWhenTheAccountSleptThenWhatToDoIsSaidAndThePasswordWakesIt() {
        passport.database().leaveUnused(member.id(), Duration.ofDays(181));
        Answer refused =
                owner.signIn(member.mobile(), loginCode()).isRefusal("4104").hasNoData();
        assertThat(refused.errmsg()).contains("180", "密码", "客服");
        owner.visitor().session().isRefusal("4101", "false");
        owner.visitor().logIn(member.mobile(), member.password()).isOk();
        Owner.of(passport).signIn(member.mobile(), loginCode()).isOk();
    }

    @Test
    void smsLoginWhenTheAccountSleptALittleLessThenItSucceeds() {
        passport.database().leaveUnused(member.id(), Duration.ofDays(179));
        owner.signIn(member.mobile(), loginCode()).isOk();
    }

    private String loginCode() {
        return owner.codeFor(Purpose.LOGIN, member.mobile());
    }
}
