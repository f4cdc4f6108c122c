package io.passport.verify.smsprovider;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailoverTests {

    private static final SmsMessage MESSAGE =
            new SmsMessage(new Mobile("13800000001"), "123456", Duration.ofMinutes(5));
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Delivery REFUSED = new Delivery.Failed("somebody", "rejected");

    private final List<String> asked = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Test
    void sendWhenVendorsHaveWeightsThenChoosesTheFirstByWeight() {
        Map<String, Integer> first = new HashMap<>();
        for (int drawn = 0; drawn < 6; drawn++) {
            asked.clear();
            int number = drawn;
            failover(
                            bound -> {
                                assertThat(bound).isEqualTo(6);
                                return number;
                            },
                            candidate("a", 1, sent()),
                            candidate("b", 0, sent()),
                            candidate("c", 5, sent()))
                    .send(MESSAGE);
            first.merge(asked.getFirst(), 1, Integer::sum);
        }
        assertThat(first).containsOnly(Map.entry("a", 1), Map.entry("c", 5));
    }

    @Test
    void sendWhenVendorsFailThenTriesTheOthersInOrder() {
        Delivery delivery = failover(
                        bound -> 1, candidate("a", 1, REFUSED), candidate("b", 1, REFUSED), candidate("c", 0, sent()))
                .send(MESSAGE);
        assertThat(asked).containsExactly("b", "a", "c");
        assertThat(delivery).isEqualTo(sent());
    }

    @Test
    void sendWhenAllFailThenTriesEachOnce() {
        assertThat(failover(bound -> 0, candidate("a", 1, REFUSED), candidate("b", 1, REFUSED))
                        .send(MESSAGE))
                .isEqualTo(REFUSED);
        assertThat(asked).containsExactly("a", "b");
    }

    static Stream<Delivery> decisions() {
        return Stream.of(
                sent(), new Delivery.Limited("somebody", Duration.ofMinutes(1)), new Delivery.Uncertain("somebody"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void sendWhenAVendorDidNotFailThenTriesNoOther(Delivery decision) {
        assertThat(failover(bound -> 0, candidate("a", 1, decision), candidate("b", 1, sent()))
                        .send(MESSAGE))
                .isEqualTo(decision);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void sendWhenTooLittleTimeIsLeftThenTriesNoOther() {
        SmsProvider slow = message -> {
            asked.add("slow");
            now = now.plus(Duration.ofSeconds(1));
            return REFUSED;
        };
        var candidates = List.of(
                new Failover.Candidate(slow, 1, LONGEST),
                new Failover.Candidate(slow, 0, LONGEST),
                new Failover.Candidate(slow, 0, LONGEST));
        Failover failover = new Failover(candidates, Duration.ofMillis(4_500), bound -> 0, () -> now.toNanos());

        assertThat(failover.send(MESSAGE)).isEqualTo(REFUSED);
        assertThat(asked).containsExactly("slow", "slow");
    }

    private static Delivery sent() {
        return new Delivery.Sent("somebody");
    }

    private Failover failover(IntUnaryOperator draw, Failover.Candidate... candidates) {
        return new Failover(List.of(candidates), Duration.ofSeconds(5), draw, () -> now.toNanos());
    }

    private Failover.Candidate candidate(String name, int weight, Delivery delivery) {
        SmsProvider provider = message -> {
            asked.add(name);
            return delivery;
        };
        return new Failover.Candidate(provider, weight, LONGEST);
    }
}
