package io.passport.gateway.edge;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class EdgePropertiesTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final DataSize LARGEST = DataSize.ofKilobytes(64);

    @ParameterizedTest
    @CsvSource({"511, 512, max-buffered-bodies", "512, 511, max-buffered-uploads"})
    void createWhenBudgetIsTooSmallForTwoBodiesThenThrows(int bodies, int uploads, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(DataSize.ofKilobytes(bodies), DataSize.ofKilobytes(uploads)))
                .withMessageContaining("passport.edge." + setting);
    }

    @Test
    void createWhenBudgetsExceedDirectMemoryThenThrows() {
        DataSize half = DataSize.ofBytes(PlatformDependent.maxDirectMemory() / 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(half, half))
                .withMessageContaining("direct memory");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1"})
    void createWhenBurstIsSmallerThanRateThenThrows(int requestsPerSecond, int burst) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeProperties.RateLimit(requestsPerSecond, burst, TIMEOUT, false))
                .withMessageContaining("passport.edge.rate-limit");
    }

    private static EdgeProperties properties(DataSize maxBufferedBodies, DataSize maxBufferedUploads) {
        return new EdgeProperties(
                List.of(),
                List.of(),
                new EdgeProperties.RateLimit(1, 1, TIMEOUT, false),
                LARGEST,
                LARGEST,
                maxBufferedBodies,
                maxBufferedUploads,
                TIMEOUT,
                TIMEOUT);
    }
}
