package io.passport.verify.smslimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.verify.Fleet;
import io.passport.verify.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** 64 callers at three instances, 2,000 numbers. */
class ThreeInstancesTests {

    private static final int CALLERS = 64;
    private static final int REQUESTS = 40;
    private static final int NUMBERS = 2_000;
    private static final int BUDGET = 500;

    private final Map<String, Integer> allowedByAddress = new ConcurrentHashMap<>();
    private final Map<String, Integer> allowedByNetwork = new ConcurrentHashMap<>();

    @Test
    void exceedNoLimitByOneAndHoldTheBudgetToTheUnit() throws Exception {
        try (Fleet fleet = Fleet.of(
                3,
                "passport.sms-limit.per-address=20/1h",
                "passport.sms-limit.per-network=60/1h",
                "passport.sms-limit.per-purpose=10000/24h",
                "passport.sms-limit.budget=" + BUDGET + "/1h")) {
            List<Integer> sent = Together.call(CALLERS, caller -> callOften(fleet, caller));

            Map<String, Long> byNumber = fleet.sentByNumber();
            assertThat(byNumber.values()).allMatch(messages -> messages == 1);
            assertThat(byNumber).hasSize(BUDGET);
            assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(BUDGET);
            assertThat(allowedByAddress.values()).allMatch(messages -> messages <= 20);
            assertThat(allowedByNetwork.values()).allMatch(messages -> messages <= 60);
        }
    }

    /** Ten networks of 25 addresses. */
    private int callOften(Fleet fleet, int caller) {
        int sent = 0;
        for (int i = 0; i < REQUESTS; i++) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            String mobile = "138%08d".formatted(random.nextInt(NUMBERS));
            String network = "198.51." + random.nextInt(10);
            String address = network + "." + random.nextInt(25);
            if (fleet.askFor(mobile, address, caller + i).line().startsWith("200 0 ")) {
                sent++;
                allowedByAddress.merge(address, 1, Integer::sum);
                allowedByNetwork.merge(network, 1, Integer::sum);
            }
        }
        return sent;
    }
}
