package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Profile;
import io.passport.acceptance.visitor.Visitor;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operation 7: {@code PUT user/name}. */
@AgainstPassport
@TestInstance(Lifecycle.PER_CLASS)
class NameIT {

    private static final String TAKEN = "用户名已存在";

    private final Passport passport;
    private final Member member;
    private String free = "";

    NameIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @BeforeEach
    void inventAName() {
        free = "Name " + UUID.randomUUID().toString().substring(0, 23);
    }

    @Test
    void renamingWhenTheNameIsFreeThenItIsShownEverywhere() {
        Answer answer = member.visitor().rename(free).isOk();
        assertThat(answer.data().propertyNames()).containsExactly("name");
        assertThat(answer.data().get("name").asString()).isEqualTo(free);
        assertThat(Profile.in(member.visitor().profile()).text("name")).isEqualTo(free);
        assertThat(member.visitor().session().data().get("name").asString()).isEqualTo(free);
    }

    @Test
    void renamingWhenTheNameHasSpacesAroundThenTheyAreLeftOut() {
        assertThat(member.visitor()
                        .rename("  " + free + "\t")
                        .isOk()
                        .data()
                        .get("name")
                        .asString())
                .isEqualTo(free);
    }

    @Test
    void renamingWhenTheNameIsTheOwnThenOk() {
        member.visitor().rename(free).isOk();
        member.visitor().rename(free).isOk();
        member.visitor().rename(free.toUpperCase(Locale.ROOT)).isOk();
        member.visitor().rename(member.mobile()).isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王",
                "小王_2-号.李·明",
                "Ünïcödé Ñame",
                "🐉 dragon 👨‍👩‍👧",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
                "🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉"
            })
    void renamingWhenTheNameIsOfAnyLettersThenItIsTaken(String name) {
        assertThat(member.visitor().rename(name).isOk().data().get("name").asString())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<b>name</b>",
                "a&b",
                "a\"b",
                "a'b",
                "a\u0000b",
                "a\nb",
                "a\u202eb",
                "a\u2066b",
                "a\u200fb",
                "a\ufeffb",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三"
            })
    void renamingWhenTheNameBreaksARuleThenParameterError(String name) {
        member.visitor().rename(name).isRefusal("4103").hasNoData();
    }

    @Test
    void renamingWhenThereIsNoNameThenParameterError() {
        member.visitor().put("user/name", Map.of()).isRefusal("4103");
    }

    @Test
    void renamingWhenSomebodyHasTheNameInWhateverCaseThenThatIsSaid() {
        Member other = Member.of(passport);
        other.visitor().rename(free).isOk();
        member.visitor().rename(free).isRefusal("4001", TAKEN).hasNoData();
        member.visitor().rename(free.toUpperCase(Locale.ROOT)).isRefusal("4001", TAKEN);
        member.visitor().rename(other.mobile()).isRefusal("4001", TAKEN);
    }

    @Test
    void renamingWhenTheNameWasGivenUpThenItIsFreeAgain() {
        Member other = Member.of(passport);
        other.visitor().rename(free).isOk();
        other.visitor().rename("x " + free).isOk();
        member.visitor().rename(free).isOk();
    }

    @Test
    void renamingWhenNobodyIsSignedInThenThatIsSaidFirst() {
        Visitor nobody = Visitor.of(passport);
        nobody.rename(free).isRefusal("4101", "用户未登录");
        nobody.rename("<").isRefusal("4101", "用户未登录");
    }
}
