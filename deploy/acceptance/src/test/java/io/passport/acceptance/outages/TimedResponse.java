package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.visitor.ApiResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** A response and its duration. */
record TimedResponse(ApiResponse response, Duration time) {

    static TimedResponse of(Supplier<ApiResponse> request) {
        long start = System.nanoTime();
        ApiResponse response = request.get();
        return new TimedResponse(response, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Asserts the longest duration. */
    ApiResponse within(Duration limit) {
        assertThat(time).as("time until %s", response).isLessThanOrEqualTo(limit);
        return response;
    }
}
