package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Body;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 14: {@code PUT user/password}. */
@AgainstPassport
class PasswordChangeIT {

    private static final int FAILURES_THAT_LOCK = 5;

    private final Passport passport;
    private final Member member;
    private final Owner owner;
    private final String chosen;

    PasswordChangeIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.owner = member.owner(passport);
        this.chosen = passport.secrets().newPassword();
    }

    @Test
    void passwordWhenChangedThenOnlyTheNewOneSignsIn() {
        owner.changePassword(member.password(), chosen).isOk().hasNoData();
        Visitor visitor = Visitor.of(passport);
        visitor.logIn(member.mobile(), member.password()).isRefusal("4004", "用户名或密码错误");
        visitor.logIn(member.mobile(), chosen).isOk();
    }

    @Test
    void passwordWhenChangedThenEveryOtherSessionEnds() {
        Visitor one = member.elsewhere(passport);
        Visitor another = member.elsewhere(passport);
        owner.changePassword(member.password(), chosen).isOk();
        one.session().isRefusal("4101", "false");
        another.profile().isRefusal("4101", "用户未登录");
        member.isSignedIn();
        assertThat(member.visitor().get("sessions").isOk().data()).hasSize(1);
    }

    @Test
    void passwordWhenChangedThenTheTokenBeforeIsWorthNothing() {
        Visitor thief = Visitor.of(passport).holding(member.visitor().token());
        thief.session().isOk("true");
        owner.changePassword(member.password(), chosen).isOk();
        thief.session().isRefusal("4101", "false");
        member.isSignedIn();
    }

    @Test
    void passwordWhenNobodyIsSignedInThenSessionErrorBeforeAnythingElse() {
        Visitor nobody = Visitor.of(passport);
        new Owner(passport, nobody).changePassword(member.password(), chosen).isRefusal("4101", "用户未登录");
        nobody.put("user/password", Map.of()).isRefusal("4101", "用户未登录");
        nobody.send("PUT", "user/password", Body.calledJson("[")).isRefusal("4101", "用户未登录");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old_password", "new_password"})
    void passwordWhenAFieldIsMissingThenParameterError(String only) {
        member.visitor()
                .put("user/password", Map.of(only, member.password()))
                .isRefusal("4103")
                .hasNoData();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven77", "password123", "line\nbreak", "nul\u0000nul0"})
    void passwordWhenTheNewOneIsNoneThenParameterErrorWhateverTheOldOne(String noPassword) {
        owner.changePassword(member.password(), noPassword).isRefusal("4103");
        owner.changePassword(chosen, noPassword).isRefusal("4103");
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void passwordWhenTheNewOneIsTooLongThenParameterError() {
        owner.changePassword(member.password(), "长".repeat(129)).isRefusal("4103");
    }

    @Test
    void passwordWhenTheNewOneIsTheOldOneThenParameterError() {
        owner.changePassword(member.password(), member.password()).isRefusal("4103");
    }

    @Test
    void passwordWhenTheOldOneIsWrongThenThatIsSaidAndNothingChanges() {
        Visitor other = member.elsewhere(passport);
        owner.changePassword(passport.secrets().newPassword(), chosen)
                .isRefusal("4106", "旧密码错误")
                .hasNoData();
        other.session().isOk("true");
        other.logIn(member.mobile(), chosen).isRefusal("4004");
        other.logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void passwordWhenTheOldOneWasWrongTooOftenThenLockedAfterParametersAndSignInIsNot() {
        for (int i = 0; i < FAILURES_THAT_LOCK; i++) {
            owner.changePassword("wrong password " + i, chosen).isRefusal("4106", "旧密码错误");
        }
        owner.changePassword(member.password(), "short").isRefusal("4103");
        assertThat(owner.changePassword(member.password(), chosen)
                        .isRefusal("4201")
                        .data()
                        .get("retry_after")
                        .asInt())
                .isBetween(1, 60);
        Visitor.of(passport).logIn(member.mobile(), member.password()).isOk();
        passport.redis().endLock("account:" + member.id());
        owner.changePassword(member.password(), chosen).isOk();
    }

    @Test
    void passwordWhenTheAccountIsGoneThenNoData() {
        passport.database().deleteAccount(member.id());
        owner.changePassword(member.password(), chosen).isRefusal("4002", "无效操作");
    }
}
