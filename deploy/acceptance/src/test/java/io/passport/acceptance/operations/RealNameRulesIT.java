package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.IdCards;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.stack.Secrets.Kind;
import io.passport.acceptance.visitor.Member;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operation 8 takes for a name and for a card: GB 11643-1999. */
@AgainstPassport
class RealNameRulesIT {

    private final Passport passport;
    private final Member member;
    private final String realName;
    private final String idCard;

    RealNameRulesIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.realName = passport.secrets().newRealName();
        this.idCard = passport.secrets().newIdCard();
    }

    @Test
    void verificationWhenTheCheckCharacterIsASmallXThenItIsTaken() {
        String card = Stream.generate(() -> passport.secrets().newIdCard())
                .filter(number -> number.endsWith("X"))
                .findFirst()
                .orElseThrow();
        member.visitor().verify(realName, card.toLowerCase(Locale.ROOT)).isOk();
        assertThat(member.visitor().verified().data().get("id_card").asString()).endsWith("X");
    }

    @Test
    void verificationWhenTheNameHasADotInsideThenItIsTaken() {
        String name = passport.secrets()
                .keep(Kind.REAL_NAME, "买买提·吐尔逊" + passport.secrets().newRealName());
        member.visitor().verify(name, idCard).isOk();
        assertThat(member.visitor().verified().data().get("real_name").asString())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11010519491231002",
                "11010519491231002XX",
                "110105194912310021",
                "110105491231002",
                "1101051949123100 2X",
                "11010519491231OO2X",
                "１１０１０５１９４９１２３１００２Ｘ"
            })
    void verificationWhenTheCardsFormOrCheckCharacterIsWrongThenParameterError(String card) {
        member.visitor().verify(realName, card).isRefusal("4103").hasNoData();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00010519491231002", // no province
                "99010519491231002",
                "11010519490230002", // no such day
                "11010519491331002",
                "11010500000000002"
            })
    void verificationWhenTheCardsProvinceOrDateIsNoneThenParameterError(String digits) {
        member.visitor().verify(realName, IdCards.withCheckCharacter(digits)).isRefusal("4103");
    }

    @Test
    void verificationWhenTheCardIsOfTomorrowThenParameterError() {
        String tomorrow =
                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2).format(DateTimeFormatter.BASIC_ISO_DATE);
        member.visitor()
                .verify(realName, IdCards.withCheckCharacter("110105" + tomorrow + "002"))
                .isRefusal("4103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王", "王 明", "王1明", "·王明", "王明·", "<王明>"})
    void verificationWhenTheNameIsNoneThenParameterError(String noName) {
        member.visitor().verify(noName, idCard).isRefusal("4103");
    }

    @Test
    void verificationWhenTheNameIsTooLongThenParameterError() {
        member.visitor().verify("王".repeat(33), idCard).isRefusal("4103");
    }
}
