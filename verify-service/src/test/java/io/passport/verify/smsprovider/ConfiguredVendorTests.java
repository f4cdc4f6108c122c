package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.timeout.Timeout;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredVendorTests {

    @Test
    void checkWhenTimeoutsAreNestedThenAccepts() {
        assertThatCode(() -> check(1, 2, 3, 4)).doesNotThrowAnyException();
    }

    @Test
    void checkWhenAnInnerTimeoutIsNotShorterThenNamesTheSettings() {
        assertThatThrownBy(() -> check(2, 2, 3, 4))
                .hasMessage("passport.a.connect-timeout (PT2S) must be shorter than passport.a.timeout (PT2S)");
        assertThatThrownBy(() -> check(1, 3, 3, 4))
                .hasMessage("passport.a.timeout (PT3S) must be shorter than time limit of a (PT3S)");
        assertThatThrownBy(() -> check(1, 2, 4, 4))
                .hasMessage("time limit of a (PT4S) must be shorter than passport.sms.timeout (PT4S)");
    }

    @Test
    void checkWhenNoTimeIsLeftForAnotherVendorThenNamesTheSettings() {
        List<ConfiguredVendor> vendors = List.of(vendor("a", 1, 2, 3), vendor("b", 1, 2, 4));
        assertThatCode(() -> vendors.getFirst().check(sending(6), vendors)).doesNotThrowAnyException();
        assertThatThrownBy(() -> vendors.getFirst().check(sending(5), vendors))
                .hasMessage("passport.a.connect-timeout (PT1S) + time limit of b (PT4S) must be shorter than "
                        + "passport.sms.timeout (PT5S)");
    }

    private static void check(int connect, int attempt, int timeLimit, int sending) {
        ConfiguredVendor vendor = vendor("a", connect, attempt, timeLimit);
        vendor.check(sending(sending), List.of(vendor));
    }

    private static Timeout sending(int seconds) {
        return Timeout.of("passport.sms.timeout", Duration.ofSeconds(seconds));
    }

    private static ConfiguredVendor vendor(String name, int connect, int attempt, int timeLimit) {
        return new ConfiguredVendor(
                name,
                1,
                new Account(Duration.ofSeconds(connect), Duration.ofSeconds(attempt)),
                Timeout.of("time limit of " + name, Duration.ofSeconds(timeLimit)));
    }

    private record Account(Duration connectTimeout, Duration timeout) implements VendorAccount {
        @Override
        public URI baseUrl() {
            return URI.create("http://127.0.0.1");
        }

        @Override
        public SmsProvider provider() {
            throw new UnsupportedOperationException();
        }
    }
}
