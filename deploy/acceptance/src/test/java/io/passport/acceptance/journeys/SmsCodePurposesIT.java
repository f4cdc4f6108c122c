package io.passport.acceptance.journeys;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uses SMS codes for their purpose and for the other three. */
@PassportTest
class SmsCodePurposesIT {

    private final LaunchedPassport passport;
    private final RegisteredUser user;
    private final String mobile;
    private final String password;

    SmsCodePurposesIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
    }

    @ParameterizedTest
    @EnumSource
    void codeWhenUsedForAnotherPurposeThenExpiredThereAndStillValidForItsOwn(Purpose purpose) {
        String code = Visitor.of(passport).smsCodeFor(purpose, mobile);
        Arrays.stream(Purpose.values())
                .filter(other -> other != purpose)
                .forEach(other -> use(other, code).isError("4002", "短信验证码已过期"));
        switch (purpose) {
            case REGISTER, MOBILE -> use(purpose, code).isOk();
            // the code is right, and the number has no account
            case LOGIN, RESET -> use(purpose, code).isError("4104");
        }
    }

    @Test
    void codeWhenItsPurposeIsInTheQueryOfGetThenItServesThatPurpose() {
        Visitor visitor = Visitor.of(passport);
        passport.redis().forgetSmsSentTo(user.mobile());
        ImageCode image = visitor.imageCode();
        visitor.get("smscode/" + user.mobile() + "?text=" + image.text() + "&id=" + image.id() + "&purpose=login")
                .isOk("发送成功");
        visitor.signInBySms(
                        user.mobile(), passport.inbox().codesFor(user.mobile()).getFirst())
                .isOk();
    }

    private ApiResponse use(Purpose purpose, String code) {
        return switch (purpose) {
            case REGISTER -> Visitor.of(passport).register(mobile, code, password);
            case LOGIN -> Visitor.of(passport).signInBySms(mobile, code);
            case RESET -> user.visitor().resetPassword(mobile, code, password);
            case MOBILE -> user.visitor().changeMobile(mobile, code, user.password());
        };
    }
}
