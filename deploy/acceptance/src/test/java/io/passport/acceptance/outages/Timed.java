package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.visitor.Answer;
import java.time.Duration;
import java.util.function.Supplier;

/** An answer and how long it took. */
record Timed(Answer answer, Duration time) {

    static Timed of(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    /** It took no longer than this. */
    Answer within(Duration limit) {
        assertThat(time).as("time until %s", answer).isLessThanOrEqualTo(limit);
        return answer;
    }
}
