package io.passport.user.realname;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTests {

    /** The first is the standard's own example. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "11010519491231002x", "911124198108030024"})
    void createWhenTheCheckCharacterIsRightThenAccepted(String number) {
        assertThat(new IdCardNumber(number).number()).isUpperCase().hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "11010519491331002X",
                "110105194902300022",
                "11010529491231002X",
                "00010519491231002X",
                "1101051949123100",
                "11010519491231002Y",
                "X1010519491231002X",
                "",
                "990105194912310026",
                "110105209912310024",
                "110105187001010012",
                "11010500000101001X"
            })
    void createWhenNoCitizenCanHaveTheNumberThenRefused(String number) {
        assertThatThrownBy(() -> new IdCardNumber(number)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105 19491231 002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "11010519491231002\u2179",
                "\u202D11010519491231002x\u202C\u00A0"
            })
    void createWhenTypedOrPastedThenItIsTheNumber(String typed) {
        assertThat(new IdCardNumber(typed).number()).isEqualTo("11010519491231002X");
    }

    @Test
    void printWhenItIsPersonalThenMasked() {
        assertThat(new IdCardNumber("11010519491231002X")).hasToString("110105********002X");
        assertThat(new RealName("张三丰")).hasToString("张**");
        assertThat(new Identity(new RealName("张三丰"), new IdCardNumber("11010519491231002X")).toString())
                .doesNotContain("三丰", "19491231");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "阿卜杜拉·买买提", "𠮷𠮷", " 李四 "})
    void createWhenItIsARealNameThenAccepted(String text) {
        assertThat(new RealName(text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿卜杜拉•买买提",
                "阿卜杜拉・买买提",
                "阿卜杜拉･买买提",
                "阿卜杜拉‧买买提",
                "阿卜杜拉．买买提",
                "阿卜杜拉.买买提",
                "阿卜杜拉 · 买买提",
                " 阿卜杜拉··买买提\u200B"
            })
    void createWhenTheDotIsAnotherThenItIsTheSameName(String typed) {
        assertThat(new RealName(typed).text()).isEqualTo("阿卜杜拉·买买提");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李〇", "JOHN SMITH", "MARIA DEL CARMEN", "José García"})
    void createWhenTheCardHasItThenAccepted(String text) {
        assertThat(new RealName(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张",
                "·张",
                "张·",
                "张 三",
                "JOHN  SMITH",
                "JOHN SMITH.",
                "张3",
                "<b>",
                "",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三"
            })
    void createWhenItIsNoRealNameThenRefused(String text) {
        assertThatThrownBy(() -> new RealName(text)).isInstanceOf(ApiException.class);
    }
}
