package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.passport.PassportTest;
import io.passport.acceptance.visitor.ConcurrentCallers;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Forty callers at once with one image code, one number or one SMS code, each from its own address. They run alone and
 * first, so that the services handle their first requests concurrently.
 */
@PassportTest
@Order(0)
@ResourceLock(LaunchedPassport.ALL_OF_IT)
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
        List<String> mobiles = ConcurrentCallers.each(() -> passport.secrets().newMobile());
        new Outcomes(ConcurrentCallers.runAll(
                        mobiles, number -> Visitor.of(passport).requestSmsCode(number, code)))
                .haveOneWinner("4002");
        assertThat(mobiles.stream().flatMap(number -> passport.inbox().codesFor(number).stream()))
                .hasSize(1);
    }

    @Test
    void smsWhenManyRequestItForOneNumberThenOneSms() {
        List<ImageCode> codes =
                ConcurrentCallers.each(() -> Visitor.of(passport).imageCode());
        new Outcomes(ConcurrentCallers.runAll(
                        codes, code -> Visitor.of(passport).requestSmsCode(mobile, code)))
                .haveOneWinner("4201");
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }

    @Test
    void smsCodeWhenManyRegisterWithItThenOneAccount() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(ConcurrentCallers.runAll(
                        ConcurrentCallers.each(() -> Visitor.of(passport)),
                        caller -> caller.register(mobile, code, password)))
                .haveOneWinner("4002");
        visitor.signIn(mobile, password).isOk();
    }

    @Test
    void smsCodeWhenManyGuessThenFiveAttemptsAreChecked() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(ConcurrentCallers.runAll(
                        WrongCodes.otherThan(code, ConcurrentCallers.SIZE),
                        guess -> Visitor.of(passport).register(mobile, guess, password)))
                .consistOf(Map.of("4004", 5, "4002", ConcurrentCallers.SIZE - 5));
        visitor.register(mobile, code, password).isError("4002", "短信验证码已过期");
    }
}
