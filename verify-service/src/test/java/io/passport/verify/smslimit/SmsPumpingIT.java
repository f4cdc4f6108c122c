package io.passport.verify.smslimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.concurrency.Simultaneously;
import io.passport.verify.ServiceInstances;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * SMS pumping: every request has another number, another address and the right image code. 10,000
 * requests with {@code -Dattack=10000}; {@code RATIONALE.md} has the figures.
 */
class SmsPumpingIT {

    private static final int CALLERS = 16;
    private static final int REQUESTS = Integer.getInteger("attack", 500);

    @Test
    void attackWhenLimitsAreOnThenSendsNoMoreThanTheBudget() throws Exception {
        long start = System.nanoTime();
        try (ServiceInstances fleet = ServiceInstances.of(1, "passport.sms-limit.per-network=100/1h, 300/24h")) {
            int sent = attack(fleet);
            long minutes = 1 + (System.nanoTime() - start) / 60_000_000_000L;
            System.out.printf("%d requests, with the guard: %d messages%n", REQUESTS, sent);
            assertThat(sent).isBetween(1, Math.toIntExact(Math.min(200 * minutes, REQUESTS / 2)));
        }
    }

    @Test
    void attackWhenLimitsAreOffThenSendsAll() throws Exception {
        String all = "=1000000/24h";
        try (ServiceInstances fleet = ServiceInstances.of(
                1,
                "passport.sms-limit.per-address" + all,
                "passport.sms-limit.per-network" + all,
                "passport.sms-limit.per-purpose" + all,
                "passport.sms-limit.budget" + all)) {
            int sent = attack(fleet);
            System.out.printf("%d requests, without the guard: %d messages%n", REQUESTS, sent);
            assertThat(sent).isEqualTo(REQUESTS);
        }
    }

    private static int attack(ServiceInstances fleet) throws Exception {
        List<Integer> sent = Simultaneously.call(CALLERS, caller -> {
            int own = 0;
            for (int i = caller; i < REQUESTS; i += CALLERS) {
                String mobile = "139%08d".formatted(i);
                String address = "%d.%d.%d.7".formatted(11 + i % 200, i / 200 % 250, i / 50_000);
                own += fleet.askFor(mobile, address, 0).line().startsWith("200 0 ") ? 1 : 0;
            }
            return own;
        });
        return sent.stream().mapToInt(Integer::intValue).sum();
    }
}
