package io.passport.common.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MaskingTests {

    @Test
    void maskWhenTextHoldsMobilesAndIdentityNumbersThenTheyAreMasked() {
        assertThat(Masking.mask("GET /smscode/13800001234 for 11010519491231002X and 13800005678"))
                .isEqualTo("GET /smscode/138****1234 for 110105********002X and 138****5678");
    }

    @Test
    void maskWhenTextHoldsATimestampThenItIsKept() {
        assertThat(Masking.mask("at=1732300000000")).isEqualTo("at=1732300000000");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.*",
        "2001:db8:1:2::7, 2001:db8:1:*",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:*",
        "2400::abcd, 2400:0:0:*",
        "2400:1::abcd, 2400:1:0:*",
        "::abcd, 0:0:0:*",
        "::1, 0:0:0:*"
    })
    void maskAddressWhenGivenAnAddressThenOnlyTheNetworkIsKept(String address, String masked) {
        assertThat(Masking.maskAddress(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380000123",
                "138000012345",
                "12800001234",
                "1380000123a",
                "-13800001234",
                "+8713800001234",
                "8613800001234",
                "١٣٨٠٠٠٠١٢٣٤"
            })
    void mobileWhenTextIsNoMobileThenItIsRejected(String text) {
        assertThatThrownBy(() -> new Mobile(text)).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001234",
                " 13800001234\n",
                "+86 138 0000 1234",
                "+8613800001234",
                "008613800001234",
                "0086-138-0000-1234",
                "138\u00A00000\u30001234",
                "138\u20110000\u20111234",
                "１３８００００１２３４",
                "＋８６ １３８００００１２３４",
                "\u202D+86 138 0000 1234\u202C",
                "\uFEFF13800001234\u200B"
            })
    void mobileWhenTypedOrPastedThenItIsTheNumber(String typed) {
        assertThat(new Mobile(typed).number()).isEqualTo("13800001234");
        assertThat(Mobile.isMobile(typed)).isTrue();
    }

    @Test
    void readWhenJsonHoldsAMobileThenStringAndNumberAreAccepted() {
        JsonMapper json = new JsonMapper();
        assertThat(json.readValue("\"13800001234\"", Mobile.class)).isEqualTo(new Mobile("13800001234"));
        assertThat(json.readValue("13800001234", Mobile.class)).isEqualTo(new Mobile("13800001234"));
        assertThat(json.writeValueAsString(new Mobile("13800001234"))).isEqualTo("\"13800001234\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.38E10", "true", "[]", "{}", "\"x\"", "13800001234.5", "-13800001234"})
    void readWhenJsonHoldsNoMobileThenItIsRejected(String value) {
        assertThatThrownBy(() -> new JsonMapper().readValue(value, Mobile.class))
                .isInstanceOf(Exception.class);
    }

    @Test
    void toStringWhenAMobileIsPrintedThenItIsMasked() {
        assertThat(new Mobile("13800001234")).hasToString("138****1234");
    }
}
