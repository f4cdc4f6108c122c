package io.passport.acceptance.operations;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.Visitor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operation 12 and the purposes of its codes: each serves one operation, and no other one spends it. */
@AgainstPassport
class CodePurposesIT {

    private final Passport passport;
    private final Member member;
    private final String mobile;
    private final String password;

    CodePurposesIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.mobile = passport.secrets().newMobile();
        this.password = passport.secrets().newPassword();
    }

    @ParameterizedTest
    @EnumSource
    void codeWhenUsedForSomethingElseThenExpiredThereAndGoodHere(Purpose purpose) {
        String code = Owner.of(passport).codeFor(purpose, mobile);
        Arrays.stream(Purpose.values())
                .filter(other -> other != purpose)
                .forEach(other -> use(other, code).isRefusal("4002", "短信验证码已过期"));
        switch (purpose) {
            case REGISTER, MOBILE -> use(purpose, code).isOk();
            // right, for a number without an account
            case LOGIN, RESET -> use(purpose, code).isRefusal("4104");
        }
    }

    @Test
    void codeWhenAskedForByTheOldOperationThenItsPurposeIsInTheQuery() {
        Visitor visitor = Visitor.of(passport);
        ImageCode image = visitor.imageCode();
        visitor.get("smscode/" + member.mobile() + "?text=" + image.answer() + "&id=" + image.id() + "&purpose=login")
                .isRefusal("4201");
        passport.redis().forgetSmsSentTo(member.mobile());
        image = visitor.imageCode();
        visitor.get("smscode/" + member.mobile() + "?text=" + image.answer() + "&id=" + image.id() + "&purpose=login")
                .isOk("发送成功");
        new Owner(passport, visitor)
                .signIn(
                        member.mobile(),
                        passport.inbox().codesFor(member.mobile()).getFirst())
                .isOk();
    }

    @Test
    void codeWhenItsPurposeIsNoneThenParameterError() {
        Visitor visitor = Visitor.of(passport);
        for (Object none : new Object[] {"", "LOGIN", "admin", 1}) {
            ImageCode image = visitor.imageCode();
            visitor.post("smscode/" + mobile, Map.of("text", image.answer(), "id", image.id(), "purpose", none))
                    .isRefusal("4103");
        }
    }

    private Answer use(Purpose purpose, String code) {
        Owner owner = member.owner(passport);
        return switch (purpose) {
            case REGISTER -> Visitor.of(passport).register(mobile, code, password);
            case LOGIN -> Owner.of(passport).signIn(mobile, code);
            case RESET -> owner.resetPassword(mobile, code, password);
            case MOBILE -> owner.changeMobile(mobile, code, member.password());
        };
    }
}
