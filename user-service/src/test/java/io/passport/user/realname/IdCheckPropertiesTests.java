package io.passport.user.realname;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdCheckPropertiesTests {

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT1S, PT0S"})
    void bindWhenATimeoutIsNotPositiveThenItIsRejected(Duration connectTimeout, Duration readTimeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new IdCheckProperties(URI.create("http://x"), "an id", "a key", connectTimeout, readTimeout))
                .withMessageContaining("passport.id-check");
    }
}
