package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
