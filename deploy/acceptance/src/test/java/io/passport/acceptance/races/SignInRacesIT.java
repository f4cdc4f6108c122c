package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Crowd;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forty at once who sign in to one account, guess at it, or reset it. */
@AgainstPassport
class SignInRacesIT {

    private static final int MOST_SESSIONS = 10;
    private static final int FAILURES_THAT_LOCK = 5;

    private final Passport passport;
    private final Member member;

    SignInRacesIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @Test
    void oneAccountWhenManySignInThenTenAreSignedInAndTheYoungestAreThose() {
        List<Visitor> visitors = Crowd.each(() -> Visitor.of(passport));
        // whose turn to hash did not come in time is told so
        assertThat(Crowd.atOnce(visitors, this::signIn))
                .extracting(Answer::errno)
                .allMatch(List.of("0", "4201")::contains)
                .filteredOn("0"::equals)
                .hasSizeGreaterThan(MOST_SESSIONS);
        List<Visitor> signedIn = visitors.stream().filter(this::isSignedIn).toList();
        assertThat(signedIn).hasSize(MOST_SESSIONS);
        assertThat(signedIn.getFirst().get("sessions").isOk().data()).hasSize(MOST_SESSIONS);
        member.visitor().session().isRefusal("4101", "false");

        List<Visitor> younger = Stream.generate(() -> Visitor.of(passport))
                .limit(MOST_SESSIONS)
                .peek(this::signIn)
                .toList();
        assertThat(younger).allMatch(this::isSignedIn);
        assertThat(visitors).noneMatch(this::isSignedIn);
    }

    @Test
    void oneCodeWhenManySignInWithItThenOneIsSignedIn() {
        String code = Owner.of(passport).codeFor(Purpose.LOGIN, member.mobile());
        List<Owner> owners = Crowd.each(() -> Owner.of(passport));
        new Outcomes(Crowd.atOnce(owners, owner -> owner.signIn(member.mobile(), code))).haveOneWinner("4002");
        assertThat(owners.stream().map(Owner::visitor).filter(this::isSignedIn)).hasSize(1);
    }

    @Test
    void oneCodeWhenManyResetWithItThenOnePasswordIsSet() {
        String code = Owner.of(passport).codeFor(Purpose.RESET, member.mobile());
        List<String> passwords = Crowd.each(() -> passport.secrets().newPassword());
        List<Answer> answers =
                Crowd.atOnce(passwords, chosen -> Owner.of(passport).resetPassword(member.mobile(), code, chosen));
        new Outcomes(answers).haveOneWinner("4002");
        int winner = answers.stream().map(Answer::errno).toList().indexOf("0");
        Visitor.of(passport).logIn(member.mobile(), passwords.get(winner)).isOk();
        member.visitor().session().isRefusal("4101", "false");
    }

    @Test
    void onePasswordWhenManyChangeItThenOneIsSetAndThatOneSignsIn() {
        List<String> passwords = Crowd.each(() -> passport.secrets().newPassword());
        List<Answer> answers =
                Crowd.atOnce(passwords, chosen -> member.owner(passport).changePassword(member.password(), chosen));
        List<String> set = Stream.iterate(0, i -> i + 1)
                .limit(Crowd.SIZE)
                .filter(i -> answers.get(i).errno().equals("0"))
                .map(passwords::get)
                .toList();
        assertThat(set).hasSize(1);
        Visitor.of(passport).logIn(member.mobile(), set.getFirst()).isOk();
    }

    @Test
    void onePasswordWhenOneNetworkGuessesManyTimesThenFiveAreLookedAtAndAllAreCounted() {
        Visitor guesser = member.elsewhere(passport);
        String network =
                guesser.get("sessions").isOk().data().get(0).get("address").asString();
        new Outcomes(Crowd.atOnce(
                        Crowd.each(() -> guesser), caller -> caller.logIn(member.mobile(), "no such password")))
                .consistOf(Map.of("4004", FAILURES_THAT_LOCK, "4201", Crowd.SIZE - FAILURES_THAT_LOCK));
        assertThat(passport.redis().loginFailures("network:" + network)).isEqualTo(Crowd.SIZE);
    }

    private Answer signIn(Visitor visitor) {
        return visitor.logIn(member.mobile(), member.password());
    }

    private boolean isSignedIn(Visitor visitor) {
        return visitor.session().errno().equals("0");
    }
}
