package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Crowd;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Forty accounts at once for one name, one card; forty logins at once for one number. */
@AgainstPassport
@TestInstance(Lifecycle.PER_CLASS)
class AccountRacesIT {

    private final Passport passport;
    private final List<Member> members;

    AccountRacesIT(Passport passport) {
        this.passport = passport;
        this.members = Crowd.each(() -> Member.of(passport));
    }

    @Test
    void oneNameWhenManyTakeItThenOneHasIt() {
        String name = "Race " + UUID.randomUUID().toString().substring(0, 18);
        List<Answer> answers = Crowd.atOnce(members, member -> member.visitor().rename(name));
        new Outcomes(answers).haveOneWinner("4001");
        assertThat(answers).extracting(Answer::errmsg).containsOnly("OK", "用户名已存在");
        assertThat(members.stream()
                        .map(member ->
                                member.visitor().session().data().get("name").asString())
                        .filter(name::equals))
                .hasSize(1);
    }

    @Test
    void oneCardWhenManyVerifyWithItThenOneHasIt() {
        String realName = passport.secrets().newRealName();
        String idCard = passport.secrets().newIdCard();
        new Outcomes(Crowd.atOnce(members, member -> member.visitor().verify(realName, idCard))).haveOneWinner("4003");
        assertThat(members.stream()
                        .filter(member -> !member.visitor()
                                .verified()
                                .data()
                                .get("id_card")
                                .isNull()))
                .hasSize(1);
    }

    @Test
    void oneNumberWhenManyGuessItsPasswordThenFiveTriesAreAllThereAre() {
        Member member = Member.of(passport);
        new Outcomes(Crowd.atOnce(
                        Crowd.each(() -> Visitor.of(passport)),
                        guesser -> guesser.logIn(member.mobile(), "no such one")))
                .consistOf(Map.of("4004", 5, "4201", Crowd.SIZE - 5));
    }
}
