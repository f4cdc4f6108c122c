package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.DisruptivePassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of one SMS vendor and of all. */
@DisruptivePassportTest
class SmsVendorIT {

    private static final String FIRST = "yuntongxun";
    private static final String ALL = "sms";
    /** 5 s, and 2 s more for a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final LaunchedPassport passport;
    private final String mobile;

    SmsVendorIT(LaunchedPassport passport) {
        this.passport = passport;
        this.mobile = passport.secrets().newMobile();
    }

    @AfterEach
    void endFaults() {
        passport.faults().close();
        PassportRecovery.of(passport);
    }

    @Test
    void smsWhenTheFirstVendorHangsThenFailureInTimeThenAnotherSendsUntilItRecovers() {
        passport.faults().hang(FIRST);
        request(mobile).within(LONGEST).isError("4301", "发送失败").hasNoData();
        Awaitility.await("an open breaker")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> isSentByAnotherVendor(passport.secrets().newMobile()));
        passport.faults().close();
        Awaitility.await("recovery")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        request(passport.secrets().newMobile()).within(LONGEST).isOk("发送成功"));
        assertThat(passport.inbox().codesFor(mobile)).isEmpty();
    }

    private void isSentByAnotherVendor(String number) {
        request(number).within(AT_ONCE).isOk("发送成功");
        assertThat(passport.inbox().sendersTo(number)).hasSize(1).doesNotContain(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void smsWhenTheConnectionIsClosedThenNoOtherVendorSendsAndTheNumberIsLimited(String kind) {
        passport.faults().cut(FIRST, kind);
        request(mobile).within(LONGEST).isError("4301", "发送失败");
        passport.faults().close();
        assertThat(passport.inbox().sendersTo(mobile)).isEmpty();
        isLimited();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404})
    void smsWhenAllVendorsAnswerWithAnErrorThenFailureAndTheNumberIsLimited(int status) {
        passport.faults().respondWith(ALL, status);
        request(mobile).within(LONGEST).isError("4301", "发送失败");
        passport.faults().close();
        isLimited();
    }

    /** An SMS that may have been sent counts against the limits. */
    private void isLimited() {
        assertThat(request(mobile).response().errno()).isEqualTo("4201");
    }

    /** Uses a new visitor each time, since requests of one address are limited. */
    private TimedResponse request(String number) {
        Visitor visitor = Visitor.of(passport);
        ImageCode code = visitor.imageCode();
        return TimedResponse.of(() -> visitor.requestSmsCode(number, code));
    }
}
