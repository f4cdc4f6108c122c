package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Crowd;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import io.passport.acceptance.visitor.WrongCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Forty at once for one picture, one number, one code: all from addresses of their own. The first class of all: what the
 * services make at the first call, they make under forty at once.
 */
@AgainstPassport
@Order(0)
class SmsRacesIT {

    private final Passport passport;
    private final Visitor visitor;
    private final String mobile;

    SmsRacesIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.mobile = passport.secrets().newMobile();
    }

    @Test
    void onePictureWhenManyUseItThenOneSms() {
        ImageCode code = visitor.imageCode();
        List<String> mobiles = Crowd.each(() -> passport.secrets().newMobile());
        new Outcomes(Crowd.atOnce(mobiles, number -> Visitor.of(passport).requestSms(number, code)))
                .haveOneWinner("4002");
        assertThat(mobiles.stream().flatMap(number -> passport.inbox().codesFor(number).stream()))
                .hasSize(1);
    }

    @Test
    void oneNumberWhenManyAskForItThenOneSms() {
        List<ImageCode> codes = Crowd.each(() -> Visitor.of(passport).imageCode());
        new Outcomes(Crowd.atOnce(codes, code -> Visitor.of(passport).requestSms(mobile, code))).haveOneWinner("4201");
        assertThat(passport.inbox().codesFor(mobile)).hasSize(1);
    }

    @Test
    void oneCodeWhenManyRegisterWithItThenOneAccount() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(Crowd.atOnce(
                        Crowd.each(() -> Visitor.of(passport)), caller -> caller.register(mobile, code, password)))
                .haveOneWinner("4002");
        visitor.logIn(mobile, password).isOk();
    }

    @Test
    void oneCodeWhenManyGuessThenFiveTriesAreAllThereAre() {
        String code = visitor.smsCodeFor(mobile);
        String password = passport.secrets().newPassword();
        new Outcomes(Crowd.atOnce(
                        WrongCodes.otherThan(code, Crowd.SIZE),
                        guess -> Visitor.of(passport).register(mobile, guess, password)))
                .consistOf(Map.of("4004", 5, "4002", Crowd.SIZE - 5));
        visitor.register(mobile, code, password).isRefusal("4002", "短信验证码已过期");
    }
}
