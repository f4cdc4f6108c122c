package io.passport.verify.smslimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,               203.0.113.0/24",
        "2001:db8:7:ffff:aaaa::1,   2001:db8:7::/48",
        "2001:DB8::1,               2001:db8:0::/48",
        "fe80:ffff:8000::1,         fe80:ffff:8000::/48",
        "::ffff:203.0.113.7,        203.0.113.0/24",
        "'',                        ''"
    })
    void isWhatOneAttackerCanEasilyHaveAllOf(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }
}
