package io.passport.user.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentsTests {

    private static final UserAgents USER_AGENTS = new UserAgents();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chrome 126 · Windows 10 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
            Firefox 128 · Ubuntu | Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0
            Mobile Safari 17 · iOS 17 | Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1
            Edge 126 · Windows 10 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0
            curl 8 | curl/8.5.0
            """)
    void nameWhenBrowserAndSystemAreKnownThenBothAreNamed(String name, String userAgent) {
        assertThat(USER_AGENTS.nameOf(userAgent)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "an app of ours", "<script>alert(1)</script>", "\u202e\u0000"})
    void nameWhenNothingIsKnownThenUnknown(String userAgent) {
        assertThat(USER_AGENTS.nameOf(userAgent)).isEqualTo(UserAgents.UNKNOWN_DEVICE);
        assertThat(USER_AGENTS.nameOf(null)).isEqualTo(UserAgents.UNKNOWN_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Bot/1 <img src=x onerror=alert(1)>Chrome/126 Windows NT 10.0",
                "\"'&<>crawler/7\u202e",
                "Mozilla/5.0 (compatible; <svg/onload=x>bot/2.1; +http://x)"
            })
    void nameWhenTheHeaderHasMarkupThenNoneIsKept(String userAgent) {
        assertThat(USER_AGENTS.nameOf(userAgent)).matches("[\\p{L}\\p{Nd} ._·-]{1,64}");
    }

    @Test
    void nameWhenTheHeaderIsHostileThenItIsReadQuickly() {
        for (String unit :
                new String[] {"Mozilla/5.0 (", "; ", " Build/", "a", "1.", "(((((", "SM-", "HbbTV/1.1.1 ("}) {
            String hostile = unit.repeat(20_000);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> USER_AGENTS.nameOf(hostile));
        }
    }

    @Test
    void textWhenAskedTwiceThenTheHeaderIsReadOnce() {
        AtomicInteger readings = new AtomicInteger();
        DeviceName name = new DeviceName(() -> "reading " + readings.incrementAndGet());
        assertThat(readings).hasValue(0);
        assertThat(name.text()).isEqualTo("reading 1").isEqualTo(name.text());
    }
}
