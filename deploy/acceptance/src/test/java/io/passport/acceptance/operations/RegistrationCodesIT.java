package io.passport.acceptance.operations;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMS code in operation 3: right or wrong, too late, replaced, spent. */
@AgainstPassport
class RegistrationCodesIT {

    private final Passport passport;
    private final Visitor visitor;
    private final String mobile;
    private final String password;

    RegistrationCodesIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６"})
    void registrationWhenTheCodeHasNotSixDigitsThenParameterError(String noCode) {
        visitor.register(mobile, noCode, password).isRefusal("4103");
    }

    @Test
    void registrationWhenNoCodeWasSentThenExpired() {
        visitor.register(mobile, "123456", password).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void registrationWhenTheCodesTimeIsOverThenExpired() {
        String code = visitor.smsCodeFor(mobile);
        passport.redis().expire("smscode:register:{" + mobile + "}");
        visitor.register(mobile, code, password).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void registrationWhenTheCodeIsWrongThenThatIsSaidAndTheRightOneStaysGood() {
        String code = visitor.smsCodeFor(mobile);
        visitor.register(mobile, WrongCodes.otherThan(code), password).isRefusal("4004", "短信验证码错误");
        visitor.register(mobile, code, password).isOk();
    }

    @Test
    void registrationWhenTriedFiveTimesThenTheRightCodeIsDead() {
        String code = visitor.smsCodeFor(mobile);
        for (int i = 0; i < 5; i++) {
            visitor.register(mobile, WrongCodes.otherThan(code), password).isRefusal("4004", "短信验证码错误");
        }
        visitor.register(mobile, code, password).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void registrationWhenANewerCodeWasSentThenOnlyThatCounts() {
        String older = visitor.smsCodeFor(mobile);
        passport.redis().forgetSmsSentTo(mobile);
        String newer = visitor.smsCodeFor(mobile);
        if (!older.equals(newer)) {
            visitor.register(mobile, older, password).isRefusal("4004", "短信验证码错误");
        }
        visitor.register(mobile, newer, password).isOk();
    }

    @Test
    void registrationWhenTheCodeWasSentToAnotherNumberThenExpired() {
        String code = visitor.smsCodeFor(passport.secrets().newMobile());
        visitor.register(mobile, code, password).isRefusal("4002", "短信验证码已过期");
    }

    @Test
    void registrationWhenTheCodeWasUsedThenExpired() {
        String code = visitor.smsCodeFor(mobile);
        visitor.register(mobile, code, password).isOk();
        Visitor.of(passport).register(mobile, code, password).isRefusal("4002", "短信验证码已过期");
    }
}
