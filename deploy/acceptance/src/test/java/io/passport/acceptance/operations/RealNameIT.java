package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.IdCards;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.stack.Secrets.Kind;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Operations 8 and 9: {@code POST user/auth} and {@code GET user/auth}. */
@AgainstPassport
class RealNameIT {

    private final Passport passport;
    private final Member member;
    private final String realName;
    private final String idCard;

    RealNameIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
        this.realName = passport.secrets().newRealName();
        this.idCard = passport.secrets().newIdCard();
    }

    @Test
    void verificationWhenNameAndCardBelongTogetherThenTheyAreShownMasked() {
        member.visitor().verify(realName, idCard).isOk().hasNoData();
        JsonNode verified = member.visitor().verified().isOk().data();
        assertThat(verified.propertyNames()).containsExactlyInAnyOrder("user_id", "real_name", "id_card");
        assertThat(verified.get("user_id").asLong()).isEqualTo(member.id());
        assertThat(verified.get("real_name").asString()).isEqualTo(realName);
        assertThat(verified.get("id_card").asString()).isEqualTo("110105********" + idCard.substring(14));
    }

    @Test
    void verifiedWhenNotYetThenBothAreNull() {
        JsonNode verified = member.visitor().verified().isOk().data();
        assertThat(verified.propertyNames()).containsExactlyInAnyOrder("user_id", "real_name", "id_card");
        assertThat(verified.get("real_name").isNull()).isTrue();
        assertThat(verified.get("id_card").isNull()).isTrue();
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

    @Test
    void verificationWhenDoneAgainWithTheSameThenOk() {
        member.visitor().verify(realName, idCard).isOk();
        member.visitor().verify(realName, idCard).isOk();
    }

    @Test
    void verificationWhenVerifiedAsSomebodyElseThenThatIsSaid() {
        member.visitor().verify(realName, idCard).isOk();
        member.visitor().verify(realName, passport.secrets().newIdCard()).isRefusal("4003");
        member.visitor().verify(passport.secrets().newRealName(), idCard).isRefusal("4003");
        assertThat(member.visitor().verified().data().get("real_name").asString())
                .isEqualTo(realName);
    }

    @Test
    void verificationWhenTheCardBelongsToAnotherAccountThenThatIsSaid() {
        member.visitor().verify(realName, idCard).isOk();
        Member other = Member.of(passport);
        other.visitor().verify(realName, idCard).isRefusal("4003").hasNoData();
        assertThat(other.visitor().verified().data().get("id_card").isNull()).isTrue();
    }

    @Test
    void verificationWhenNameAndCardDoNotBelongTogetherThenNothingIsKept() {
        member.visitor().verify("不符" + realName, idCard).isRefusal("4103");
        assertThat(member.visitor().verified().data().get("id_card").isNull()).isTrue();
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

    @Test
    void verificationWhenAFieldIsMissingThenParameterError() {
        member.visitor().post("user/auth", Map.of("real_name", realName)).isRefusal("4103");
        member.visitor().post("user/auth", Map.of("id_card", idCard)).isRefusal("4103");
    }

    @Test
    void verificationWhenNobodyIsSignedInThenThatIsSaidFirst() {
        Visitor.of(passport).verify(realName, "1").isRefusal("4101", "用户未登录");
        Visitor.of(passport).verified().isRefusal("4101", "用户未登录");
    }

    @Test
    void verifiedWhenTheAccountIsGoneThenNoData() {
        passport.database().deleteAccount(member.id());
        member.visitor().verified().isRefusal("4002", "无效操作");
    }
}
