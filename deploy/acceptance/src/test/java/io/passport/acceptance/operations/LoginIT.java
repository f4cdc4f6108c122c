package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.stack.Secrets.Kind;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 4: {@code POST sessions}. */
@AgainstPassport
class LoginIT {

    private static final String NO_MATCH = "用户名或密码错误";
    private static final int FAILURES_THAT_LOCK = 5;

    private final Passport passport;
    private final Visitor visitor;
    private final Member member;

    LoginIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.member = Member.of(passport);
    }

    @Test
    void loginWhenThePasswordIsRightThenTheAccountsNumberAndASession() {
        Answer answer = visitor.logIn(member.mobile(), member.password()).isOk();
        assertThat(answer.data().propertyNames()).containsExactly("user_id");
        assertThat(answer.data().get("user_id").asLong()).isEqualTo(member.id());
        assertThat(visitor.session().isOk("true").data().get("user_id").asLong())
                .isEqualTo(member.id());
    }

    @Test
    void loginWhenTheMobileIsAJsonNumberThenTheSame() {
        visitor.post("sessions", Map.of("mobile", Long.parseLong(member.mobile()), "password", member.password()))
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "password"})
    void loginWhenAFieldIsMissingThenParameterError(String only) {
        visitor.post("sessions", Map.of(only, "13800000000")).isRefusal("4103").hasNoData();
    }

    @Test
    void loginWhenTheMobileIsNoneThenParameterError() {
        visitor.logIn("12800000000", member.password()).isRefusal("4103");
    }

    @Test
    void loginWhenThePasswordIsEmptyOrTooLongThenParameterError() {
        visitor.logIn(member.mobile(), "").isRefusal("4103");
        visitor.logIn(member.mobile(), "x".repeat(129)).isRefusal("4103");
    }

    @Test
    void loginWhenThePasswordIsWrongOrTheNumberUnknownThenTheAnswersAreAlike() {
        Answer wrong = visitor.logIn(member.mobile(), passport.secrets().newPassword());
        Answer unknown = visitor.logIn(passport.secrets().newMobile(), member.password());
        wrong.isRefusal("4004", NO_MATCH).hasNoData();
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
        visitor.session().isRefusal("4101");
    }

    @Test
    void loginWhenTheNumberIsUnknownThenItTakesAsLongAsAWrongPassword() {
        List<Member> members = List.of(member, Member.of(passport));
        List<Duration> wrong = new ArrayList<>();
        List<Duration> unknown = new ArrayList<>();
        for (int i = 0; i < 2 * FAILURES_THAT_LOCK; i++) {
            wrong.add(timeOfAFailure(members.get(i % 2).mobile()));
            unknown.add(timeOfAFailure(passport.secrets().newMobile()));
        }
        // no failure is answered before a second, and hashing takes far less: half of it is far from none
        assertThat(median(unknown)).isGreaterThan(median(wrong).dividedBy(2));
    }

    @Test
    void loginWhenItFailedTooOftenThenTheNumberIsLockedForEverybodyAndOthersAreNot() {
        Member other = Member.of(passport);
        fail(member.mobile(), FAILURES_THAT_LOCK);
        Answer locked = visitor.logIn(member.mobile(), member.password()).isRefusal("4201");
        assertThat(locked.data().get("retry_after").asInt()).isPositive();
        Visitor.of(passport).logIn(member.mobile(), member.password()).isRefusal("4201");
        member.isSignedIn();
        visitor.logIn(other.mobile(), other.password()).isOk();
    }

    @Test
    void loginWhenAnUnknownNumberFailedTooOftenThenItIsLockedAlike() {
        String unknown = passport.secrets().newMobile();
        fail(unknown, FAILURES_THAT_LOCK);
        assertThat(visitor.logIn(unknown, member.password())
                        .isRefusal("4201")
                        .data()
                        .propertyNames())
                .containsExactly("retry_after");
    }

    @Test
    void loginWhenTheLocksTimeIsOverThenItSucceeds() {
        fail(member.mobile(), FAILURES_THAT_LOCK);
        passport.redis().endLocksOfNumbers();
        visitor.logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void loginWhenItSucceedsThenEarlierFailuresAreForgotten() {
        fail(member.mobile(), FAILURES_THAT_LOCK - 1);
        visitor.logIn(member.mobile(), member.password()).isOk();
        fail(member.mobile(), FAILURES_THAT_LOCK - 1);
        visitor.logIn(member.mobile(), member.password()).isOk();
    }

    @Test
    void loginWhenThePasswordWasTypedOnAnotherDeviceThenUnicodeMakesNoDifference() {
        String mobile = passport.secrets().newMobile();
        String composed = passport.secrets().keep(Kind.PASSWORD, "caf\u00e9 na\u00efve");
        String decomposed = "cafe\u0301 nai\u0308ve";
        visitor.register(mobile, visitor.smsCodeFor(mobile), composed).isOk();
        visitor.logIn(mobile, decomposed).isOk();
    }

    @Test
    void loginWhenTheCaseOfThePasswordIsAnotherThenItIsWrong() {
        visitor.logIn(member.mobile(), member.password().toLowerCase(Locale.ROOT))
                .isRefusal("4004", NO_MATCH);
    }

    private Duration timeOfAFailure(String mobile) {
        long start = System.nanoTime();
        visitor.logIn(mobile, "wrong password").isRefusal("4004", NO_MATCH);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private void fail(String mobile, int times) {
        for (int i = 0; i < times; i++) {
            visitor.logIn(mobile, "wrong password " + i).isRefusal("4004", NO_MATCH);
        }
    }
}
