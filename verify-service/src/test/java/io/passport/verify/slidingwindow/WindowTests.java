package io.passport.verify.slidingwindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTests {

    @Test
    void ofWhenTheTextIsValidThenReadsMaximumAndPeriod() {
        assertThat(Window.of("5/1h")).isEqualTo(new Window(5, Duration.ofHours(1)));
        assertThat(Window.of(" 1 / PT1M ")).isEqualTo(new Window(1, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "/", "5/", "/1h", "0/1h", "-1/1h", "5/0s", "5/-1h", "x/1h", "5/x"})
    void ofWhenTheTextIsInvalidThenThrows(String text) {
        assertThatThrownBy(() -> Window.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
