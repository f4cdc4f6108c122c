package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.visitor.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The responses to many callers, counted by {@code errno}. */
record Outcomes(List<ApiResponse> responses) {

    /** Asserts one success, and this {@code errno} for all others. */
    void haveOneWinner(String errnoOfTheOthers) {
        consistOf(Map.of("0", 1, errnoOfTheOthers, Callers.COUNT - 1));
    }

    void consistOf(Map<String, Integer> counts) {
        Map<String, Integer> counted =
                responses.stream().collect(Collectors.toMap(ApiResponse::errno, response -> 1, Integer::sum));
        assertThat(counted).as("responses by errno").isEqualTo(counts);
        assertThat(responses).as("statuses").allSatisfy(response -> response.hasStatus(200));
    }
}
