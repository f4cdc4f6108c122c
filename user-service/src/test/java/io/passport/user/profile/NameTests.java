package io.passport.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.pii.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三",
                "a",
                "Anna-Lena v. B_1",
                "阿卜杜拉·买买提",
                "José",
                "𠮷野家",
                "😀",
                "👩‍💻 Ada",
                "👍🏽",
                "❤️",
                "🇨🇳",
                "二〇二六",
                "1️⃣ Ada",
                "*️⃣",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "नमस्ते",
                "12345678901234567890123456789012",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void createWhenPeopleHaveSuchANameThenAccepted(String text) {
        assertThat(new Name(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "　",
                "<b>",
                "a&b",
                "a\"b",
                "a'b",
                "a/b",
                "a\u0000b",
                "a\nb",
                "a\u202Eb",
                "a\u200Bb",
                "a\u200Db",
                "\u3164",
                "\uFE0F",
                "#",
                "a\uDB40\uDC67\uDB40\uDC7F",
                "🏴\uDB40\uDC67",
                "a;b",
                "`",
                "＜script＞",
                "a\u0301\u0301\u0301\u0301",
                "\uD800",
                "123456789012345678901234567890123"
            })
    void createWhenAPageOrAReaderCouldBeHarmedThenRefused(String text) {
        assertThatThrownBy(() -> new Name(text)).isInstanceOf(ApiException.class);
    }

    @Test
    void createWhenSpacesSurroundItThenTheyAreRemoved() {
        assertThat(new Name("  张三 ").text()).isEqualTo("张三");
    }

    @Test
    void keyWhenCaseOrWidthDiffersThenItIsTheSame() {
        assertThat(new Name("ＡＤＡ").key()).isEqualTo(new Name("ada").key()).isEqualTo("ada");
        assertThat(new Name("Jose\u0301").key()).isEqualTo(new Name("JOSÉ").key());
    }

    @Test
    void looksLikeMobileWhenItIsANumberThenTrue() {
        assertThat(new Name("１３８００００１２３４").looksLikeMobile()).isTrue();
        assertThat(new Name("１３８００００１２３４").is(new Mobile("13800001234"))).isTrue();
        assertThat(new Name("138-0000-1234").looksLikeMobile()).isTrue();
        assertThat(new Name("1380000123").looksLikeMobile()).isFalse();
    }
}
