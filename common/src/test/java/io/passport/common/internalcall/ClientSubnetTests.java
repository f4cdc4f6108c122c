package io.passport.common.internalcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSubnetTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,             203.0.113.7",
        "::ffff:203.0.113.7,      203.0.113.7",
        "2001:db8:7:ffff:a::1,    2001:db8:7:ffff::/64",
        "2001:DB8::1,             2001:db8:0:0::/64",
        "'',                      ''"
    })
    void ofWhenNoLengthIsGivenThenItIsOneSubscriber(String address, String subnet) {
        assertThat(ClientSubnet.of(address)).isEqualTo(subnet);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,               24, 203.0.113.0/24",
        "255.255.255.255,           20, 255.255.240.0/20",
        "::ffff:203.0.113.7,        24, 203.0.113.0/24",
        "10.1.2.3,                   8, 10.0.0.0/8"
    })
    void ofWhenTheAddressIsIpv4ThenItsPrefixIsKept(String address, int bits, String subnet) {
        assertThat(ClientSubnet.of(address, bits, 48)).isEqualTo(subnet);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:7:ffff:aaaa::1, 48, 2001:db8:7::/48",
        "2001:DB8::1,             48, 2001:db8:0::/48",
        "fe80:ffff:8000::1,       48, fe80:ffff:8000::/48",
        "2001:db8:7:ffff:aaaa::1, 32, 2001:db8::/32"
    })
    void ofWhenTheAddressIsIpv6ThenItsPrefixIsKept(String address, int bits, String subnet) {
        assertThat(ClientSubnet.of(address, 24, bits)).isEqualTo(subnet);
    }

    @Test
    void ofWhenTheTextIsNoAddressThenItIsRejected() {
        assertThatThrownBy(() -> ClientSubnet.of("localhost")).isInstanceOf(IllegalArgumentException.class);
    }
}
