package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMobileTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380000000%",
                "138%zz",
                "[",
                "]",
                "|",
                "^",
                ";",
                "\"",
                "<",
                "\\",
                "%2F",
                "%25",
                ".",
                "..",
                "%00"
            })
    void replaceWhenTheNumberIsMalformedThenItIsNoNumber(String typed) {
        assertThat(TypedMobile.replaceMalformed(TypedMobile.PATH + typed)).isEqualTo(TypedMobile.PATH + "-");
        assertThat(TypedMobile.replaceMalformed(TypedMobile.PATH + typed + "?text=a&id=b/c"))
                .isEqualTo(TypedMobile.PATH + "-?text=a&id=b/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "+86%20138", "%E4%BD%A0", "138?text=%", "1/2", "../user", "1;/x?a"})
    void replaceWhenThePathIsCanonicalOrOfMoreSegmentsThenItStays(String rest) {
        assertThat(TypedMobile.replaceMalformed(TypedMobile.PATH + rest)).isEqualTo(TypedMobile.PATH + rest);
    }
}
