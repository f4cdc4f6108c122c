package io.passport.testing.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimultaneouslyTests {
    @Test
    void callWhenEachWaitsForTheOthersThenAllReturnInOrder() {
        CyclicBarrier all = new CyclicBarrier(40);
        List<Integer> results = Simultaneously.call(40, caller -> {
            await(all);
            return caller;
        });
        assertThat(results).hasSize(40).isSorted();
    }

    @Test
    void callWhenOneThrowsThenItIsTheCause() {
        IllegalStateException failure = new IllegalStateException();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Simultaneously.call(List.of(false, true), fails -> {
                    if (fails) {
                        throw failure;
                    }
                    return "";
                }))
                .withCause(failure);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
