package io.passport.acceptance.races;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Crowd;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What many callers were answered, counted by {@code errno}. */
record Outcomes(List<Answer> answers) {

    /** One got it, and all the others were told the same. */
    void haveOneWinner(String errnoOfTheOthers) {
        consistOf(Map.of("0", 1, errnoOfTheOthers, Crowd.SIZE - 1));
    }

    void consistOf(Map<String, Integer> counts) {
        Map<String, Integer> counted =
                answers.stream().collect(Collectors.toMap(Answer::errno, answer -> 1, Integer::sum));
        assertThat(counted).as("answers by errno").isEqualTo(counts);
        assertThat(answers).as("statuses").allSatisfy(answer -> answer.hasStatus(200));
    }
}
