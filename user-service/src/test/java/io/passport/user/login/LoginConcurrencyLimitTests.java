package io.passport.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.user.Crowd;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class LoginConcurrencyLimitTests {

    private final LoginConcurrencyLimit places = new LoginConcurrencyLimit(new LoginProperties(2));

    @Test
    void refuseAtOnceWhenAllAreTaken() {
        assertThatTwoAreFreeAndNoMore();
    }

    @Test
    void letNoMoreInWhenFortyComeAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> together = Crowd.atOnce(i -> {
            try {
                return places.run(() -> {
                    int now = inside.incrementAndGet();
                    LockSupport.parkNanos(1_000_000);
                    inside.decrementAndGet();
                    return now;
                });
            } catch (ApiException full) {
                return 0;
            }
        });
        assertThat(together).contains(1).allMatch(now -> now <= 2);
    }

    @Test
    void areFreeAgainHoweverASignInEnds() {
        for (RuntimeException end : List.of(ApiException.of(ErrorCode.DATAERR), new QueryTimeoutException("frozen"))) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> places.run(() -> {
                            throw end;
                        }))
                        .isSameAs(end);
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(places.run(() -> "in")).isEqualTo("in");
        }
        assertThatTwoAreFreeAndNoMore();
    }

    @Test
    void areAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoginProperties(0))
                .withMessageContaining("passport.sign-in.max-concurrent");
    }

    private void assertThatTwoAreFreeAndNoMore() {
        String second = places.run(() -> places.run(() -> {
            assertThatThrownBy(() -> places.run(() -> "third"))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQERR));
            return "second";
        }));
        assertThat(second).isEqualTo("second");
    }
}
