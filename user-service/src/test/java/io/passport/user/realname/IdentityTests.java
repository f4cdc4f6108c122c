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
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "11010519491231002x"})
    void createWhenTheCheckCharacterIsRightThenAccepted(String number) {
        assertThat(new IdCardNumber(number).number()).isUpperCase().hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", "11010519491331002X", "110105194902300022", "11010529491231002X",
                        "00010519491231002X",
                "1101051949123100", "11010519491231002Y", "X1010519491231002X", "", "１１０１０５１９４９１２３１００２Ｘ",
                "990105194912310026", "110105209912310024"
            })
    void createWhenNoCitizenCanHaveTheNumberThenRefused(String number) {
        assertThatThrownBy(() -> new IdCardNumber(number)).isInstanceOf(ApiException.class);
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
    @ValueSource(strings = {"张", "·张", "张·", "张 三", "张3", "<b>", "", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三"})
    void createWhenItIsNoRealNameThenRefused(String text) {
        assertThatThrownBy(() -> new RealName(text)).isInstanceOf(ApiException.class);
    }
}
