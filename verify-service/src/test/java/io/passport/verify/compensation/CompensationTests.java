package io.passport.verify.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;

@ExtendWith(OutputCaptureExtension.class)
class CompensationTests {

    @Test
    void runAllWhenOneFailsThenRunsTheOthersAndLogsIt(CapturedOutput log) {
        AtomicBoolean done = new AtomicBoolean();
        Compensation.runAll(
                new Compensation("the first", CompensationTests::fail),
                new Compensation("the second", () -> done.set(true)),
                new Compensation("the third", CompensationTests::fail));
        assertThat(done).isTrue();
        assertThat(log.getAll())
                .contains("Compensation failed: the first: QueryTimeoutException", "Compensation failed: the third: ")
                .doesNotContain("the second")
                .doesNotContain("13800000001");
    }

    @Test
    void runAllWhenThereAreSeveralThenRunsThemInParallel() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean first = new AtomicBoolean();
        AtomicBoolean second = new AtomicBoolean();
        Compensation.runAll(
                new Compensation("one", () -> first.set(meets(both))),
                new Compensation("other", () -> second.set(meets(both))));
        assertThat(first).isTrue();
        assertThat(second).isTrue();
    }

    @Test
    void runAllWhenAnActionLogsThenTheLineHasTheRequestId() {
        AtomicReference<String> seen = new AtomicReference<>();
        MDC.put("requestId", "of-this-request");
        Compensation.runAll(new Compensation("one", () -> seen.set(MDC.get("requestId"))));
        MDC.clear();
        assertThat(seen).hasValue("of-this-request");

        Compensation.runAll(new Compensation("one", () -> seen.set(MDC.get("requestId"))));
        assertThat(seen.get()).isNull();
    }

    private static boolean meets(CountDownLatch others) {
        others.countDown();
        try {
            return others.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void fail() {
        throw new QueryTimeoutException("smslimit:{13800000001}");
    }
}
