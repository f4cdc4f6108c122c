package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 3: {@code POST users}. */
@AgainstPassport
class RegistrationIT {

    private final Passport passport;
    private final Visitor visitor;
    private final String mobile;
    private final String password;

    RegistrationIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
    }

    @Test
    void registrationWhenTheCodeIsRightThenTheAccountIsShownAndSignedIn() {
        Answer answer =
                visitor.register(mobile, visitor.smsCodeFor(mobile), password).isOk();
        Profile.in(answer).isNewFor(mobile);
        assertThat(visitor.session().isOk("true").data().get("user_id"))
                .isEqualTo(answer.data().get("user_id"));
    }

    @Test
    void registrationWhenTheMobileIsAJsonNumberThenTheSame() {
        String code = visitor.smsCodeFor(mobile);
        visitor.post("users", Map.of("mobile", Long.parseLong(mobile), "sms_code", code, "password", password))
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "sms_code", "password"})
    void registrationWhenAFieldIsMissingThenParameterError(String missing) {
        Map<String, String> all = new HashMap<>(Map.of("mobile", mobile, "sms_code", "123456", "password", password));
        all.remove(missing);
        visitor.post("users", all).isRefusal("4103").hasNoData();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12800000000", "1380000000", "138000000001", " 13800000000", "１３８００００００００"})
    void registrationWhenTheMobileIsNoneThenParameterError(String noMobile) {
        visitor.register(noMobile, "123456", password).isRefusal("4103");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven77",
                "password123",
                "Password123",
                "iloveyou1",
                "qwertyuiop",
                "line\nbreak",
                "nul\u0000nul0"
            })
    void registrationWhenThePasswordIsNoneThenParameterErrorAndTheCodeStaysGood(String noPassword) {
        String code = visitor.smsCodeFor(mobile);
        visitor.register(mobile, code, noPassword).isRefusal("4103");
        visitor.register(mobile, code, password).isOk();
    }

    @Test
    void registrationWhenThePasswordIsTooLongThenParameterError() {
        visitor.register(mobile, "123456", "长".repeat(129)).isRefusal("4103");
    }

    @Test
    void registrationWhenThePasswordIsLongOrOfAnyLettersThenItIsTaken() {
        visitor.register(mobile, visitor.smsCodeFor(mobile), "🐉".repeat(128)).isOk();
        String other = passport.secrets().newMobile();
        visitor.register(other, visitor.smsCodeFor(other), "密码 是 八个字").isOk();
    }

    @Test
    void registrationWhenTheNumberHasAnAccountThenOnlyTheRightCodeTellsIt() {
        Member member = Member.of(passport);
        passport.redis().forgetSmsSentTo(member.mobile());
        String code = visitor.smsCodeFor(member.mobile());
        visitor.register(member.mobile(), WrongCodes.otherThan(code), password).isRefusal("4004", "短信验证码错误");
        visitor.register(member.mobile(), code, password)
                .isRefusal("4003", "手机号已注册")
                .hasNoData();
        visitor.session().isRefusal("4101");
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void registrationWhenSomebodyElseIsSignedInThenThatSessionEnds() {
        Member member = Member.of(passport);
        String before = member.visitor().token();
        member.visitor()
                .register(mobile, member.visitor().smsCodeFor(mobile), password)
                .isOk();
        assertThat(member.visitor().token()).isNotEqualTo(before);
        Visitor.of(passport).holding(before).session().isRefusal("4101", "false");
    }
}
