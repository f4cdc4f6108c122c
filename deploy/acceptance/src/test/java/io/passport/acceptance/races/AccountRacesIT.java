package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Forty accounts compete for one name and one card; forty callers guess one password. */
@DisruptivePassportTest
@TestInstance(Lifecycle.PER_CLASS)
class AccountRacesIT {

    private final LaunchedPassport passport;
    private final List<RegisteredUser> users;

    AccountRacesIT(LaunchedPassport passport) {
        this.passport = passport;
        this.users = Callers.each(() -> RegisteredUser.of(passport));
    }

    @Test
    void nameWhenManyTakeItThenOneAccountHasIt() {
        String name = "Race " + UUID.randomUUID().toString().substring(0, 18);
        List<ApiResponse> responses =
                Simultaneously.call(users, user -> user.visitor().changeName(name));
        new Outcomes(responses).haveOneWinner("4001");
        assertThat(responses).extracting(ApiResponse::errmsg).containsOnly("OK", "用户名已存在");
        assertThat(users.stream()
                        .map(user -> user.visitor().session().data().get("name").asString())
                        .filter(name::equals))
                .hasSize(1);
    }

    @Test
    void cardWhenManyVerifyWithItThenOneAccountHasIt() {
        String realName = passport.secrets().newRealName();
        String idCard = passport.secrets().newIdCard();
        new Outcomes(Simultaneously.call(users, user -> user.visitor().verifyRealName(realName, idCard)))
                .haveOneWinner("4003");
        assertThat(users.stream()
                        .filter(user ->
                                !user.visitor().realName().data().get("id_card").isNull()))
                .hasSize(1);
    }

    @Test
    void passwordWhenManyGuessThenFiveAttemptsAreChecked() {
        RegisteredUser user = RegisteredUser.of(passport);
        new Outcomes(Simultaneously.call(
                        Callers.each(() -> Visitor.of(passport)),
                        guesser -> guesser.signIn(user.mobile(), "no such one")))
                .consistOf(Map.of("4004", 5, "4201", Callers.COUNT - 5));
    }
}
