package io.passport.user.realname;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.passport.common.api.ApiException;
import io.passport.common.api.ErrorCode;
import io.passport.common.pii.Mobile;
import io.passport.user.IntegrationTest;
import io.passport.user.account.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The quota of checks of {@code POST /user/auth}. */
class RealNameVerificationIT extends IntegrationTest {

    private static final int A_DAY = 10;

    @MockitoBean
    private IdCheck check;

    @Autowired
    private Accounts accounts;

    @Test
    void verifyWhenTheDaysChecksAreUsedThenRefused() {
        long account = account();
        when(check.matches(any())).thenReturn(false);
        for (int i = 0; i < A_DAY; i++) {
            assertThat(verify(account)).startsWith("{\"errno\":\"4103\"");
        }
        assertThat(verify(account)).startsWith("{\"errno\":\"4201\"").contains("retry_after");
    }

    @Test
    void verifyWhenTheVendorDoesNotAnswerThenTheCheckIsNotCounted() {
        long account = account();
        when(check.matches(any())).thenThrow(ApiException.of(ErrorCode.THIRDERR));
        for (int i = 0; i <= A_DAY; i++) {
            assertThat(verify(account)).startsWith("{\"errno\":\"4301\"");
        }
    }

    private long account() {
        return accounts.create(new Mobile(someMobile()), "{none}").id();
    }

    private String verify(long account) {
        return call("POST", "/api/v1.0/user/auth", "{\"real_name\":\"张三\",\"id_card\":\"11010519491231002X\"}", account)
                .body();
    }
}
