package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forty callers at once sign in to one account, guess its password or reset it. */
@DisruptivePassportTest
class SignInRacesIT {

    private static final int MOST_SESSIONS = 10;
    private static final int FAILURES_THAT_LOCK = 5;

    private final LaunchedPassport passport;
    private final RegisteredUser user;

    SignInRacesIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
    }

    @Test
    void signInWhenManySignInThenTheTenNewestSessionsRemain() {
        List<Visitor> visitors = Callers.each(() -> Visitor.of(passport));
        // hashing is limited: sign-ins that wait too long get 4201
        assertThat(Simultaneously.call(visitors, this::signIn))
                .extracting(ApiResponse::errno)
                .allMatch(List.of("0", "4201")::contains)
                .filteredOn("0"::equals)
                .hasSizeGreaterThan(MOST_SESSIONS);
        List<Visitor> signedIn = visitors.stream().filter(this::isSignedIn).toList();
        assertThat(signedIn).hasSize(MOST_SESSIONS);
        assertThat(signedIn.getFirst().get("sessions").isOk().data()).hasSize(MOST_SESSIONS);
        user.visitor().session().isError("4101", "false");

        List<Visitor> younger = Stream.generate(() -> Visitor.of(passport))
                .limit(MOST_SESSIONS)
                .peek(this::signIn)
                .toList();
        assertThat(younger).allMatch(this::isSignedIn);
        assertThat(visitors).noneMatch(this::isSignedIn);
    }

    @Test
    void smsCodeWhenManySignInWithItThenOneIsSignedIn() {
        String code = Visitor.of(passport).smsCodeFor(Purpose.LOGIN, user.mobile());
        List<Visitor> owners = Callers.each(() -> Visitor.of(passport));
        new Outcomes(Simultaneously.call(owners, owner -> owner.signInBySms(user.mobile(), code)))
                .haveOneWinner("4002");
        assertThat(owners.stream().filter(this::isSignedIn)).hasSize(1);
    }

    @Test
    void smsCodeWhenManyResetWithItThenOnePasswordIsSet() {
        String code = Visitor.of(passport).smsCodeFor(Purpose.RESET, user.mobile());
        List<String> passwords = Callers.each(() -> passport.secrets().newPassword());
        List<ApiResponse> responses = Simultaneously.call(
                passwords, chosen -> Visitor.of(passport).resetPassword(user.mobile(), code, chosen));
        new Outcomes(responses).haveOneWinner("4002");
        int winner = responses.stream().map(ApiResponse::errno).toList().indexOf("0");
        Visitor.of(passport).signIn(user.mobile(), passwords.get(winner)).isOk();
        user.visitor().session().isError("4101", "false");
    }

    @Test
    void passwordWhenManyChangeItThenOneIsSetAndSignsIn() {
        List<String> passwords = Callers.each(() -> passport.secrets().newPassword());
        List<ApiResponse> responses =
                Simultaneously.call(passwords, chosen -> user.visitor().changePassword(user.password(), chosen));
        List<String> set = Stream.iterate(0, i -> i + 1)
                .limit(Callers.COUNT)
                .filter(i -> responses.get(i).errno().equals("0"))
                .map(passwords::get)
                .toList();
        assertThat(set).hasSize(1);
        Visitor.of(passport).signIn(user.mobile(), set.getFirst()).isOk();
    }

    @Test
    void passwordWhenOneNetworkGuessesManyTimesThenFiveAreCheckedAndAllAreCounted() {
        Visitor guesser = user.signInElsewhere(passport);
        String network =
                guesser.get("sessions").isOk().data().get(0).get("address").asString();
        new Outcomes(Simultaneously.call(
                        Callers.each(() -> guesser), caller -> caller.signIn(user.mobile(), "no such password")))
                .consistOf(Map.of("4004", FAILURES_THAT_LOCK, "4201", Callers.COUNT - FAILURES_THAT_LOCK));
        assertThat(passport.redis().loginFailures("network:" + network)).isEqualTo(Callers.COUNT);
    }

    private ApiResponse signIn(Visitor visitor) {
        return visitor.signIn(user.mobile(), user.password());
    }

    private boolean isSignedIn(Visitor visitor) {
        return visitor.session().errno().equals("0");
    }
}
