package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import io.passport.testing.concurrency.Simultaneously;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forty callers at once with one image code, one number or one SMS code, each from its own address. */
@DisruptivePassportTest
class SmsRacesIT {

    private final LaunchedPassport passport;
    private final Visitor visitor;
    private final String mobile;

    SmsRacesIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
    }

    @Test
    void imageCodeWhenManyUseItThenOneSms() {
        ImageCode code = visitor.imageCode();
        List<String> mobiles = Callers.each(() -> passport.secrets().newMobile());
        new Outcomes(Simultaneously.call(mobiles, number -> Visitor.of(passport).requestSmsCode(number, code)))
                .haveOneWinner("4002");
        assertThat(mobiles.stream().flatMap(number -> passport.inbox().codesFor(number).stream()))
                .hasSize(1);
    }

    @Test
    void smsWhenManyRequestItForOneNumberThenOneSms() {
        List<ImageCode> codes = Callers.each(() -> Visitor.of(passport).imageCode());
        new Outcomes(Simultaneously.call(codes, code -> Visitor.of(passport).requestSmsCode(mobile, code)))
                .haveOneWinner("4201");
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }

    @Test
    void smsCodeWhenManyRegisterWithItThenOneAccount() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(Simultaneously.call(
                        Callers.each(() -> Visitor.of(passport)), caller -> caller.register(mobile, code, password)))
                .haveOneWinner("4002");
        visitor.signIn(mobile, password).isOk();
    }

    @Test
    void smsCodeWhenManyGuessThenFiveAttemptsAreChecked() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(Simultaneously.call(
                        WrongCodes.otherThan(code, Callers.COUNT),
                        guess -> Visitor.of(passport).register(mobile, guess, password)))
                .consistOf(Map.of("4004", 5, "4002", Callers.COUNT - 5));
        visitor.register(mobile, code, password).isError("4002", "短信验证码已过期");
    }
}
