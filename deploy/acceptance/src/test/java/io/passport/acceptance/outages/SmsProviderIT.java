package io.passport.acceptance.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.DisturbsPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One SMS provider, or all of them, out of order. */
@DisturbsPassport
class SmsProviderIT {

    private static final String FIRST = "yuntongxun";
    private static final String ALL = "sms";
    /** 5 s, and what a busy machine adds. */
    private static final Duration LONGEST = Duration.ofSeconds(7);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Passport passport;
    private final String mobile;

    SmsProviderIT(Passport passport) {
        this.passport = passport;
        this.mobile = passport.secrets().newMobile();
    }

    @AfterEach
    void endTheFaults() {
        passport.faults().close();
        Recovery.of(passport);
    }

    @Test
    void smsWhenTheFirstHangsThenRefusedInTimeThenAnotherStandsInAtOnceUntilItIsBack() {
        passport.faults().hang(FIRST);
        request(mobile).within(LONGEST).isRefusal("4301", "发送失败").hasNoData();
        Awaitility.await("an open breaker")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> sentAtOnceBySomebodyElse(passport.secrets().newMobile()));
        passport.faults().close();
        Awaitility.await("recovery")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() ->
                        request(passport.secrets().newMobile()).within(LONGEST).isOk("发送成功"));
        assertThat(passport.inbox().codesFor(mobile)).isEmpty();
    }

    private void sentAtOnceBySomebodyElse(String number) {
        request(number).within(AT_ONCE).isOk("发送成功");
        assertThat(passport.inbox().sendersTo(number)).hasSize(1).doesNotContain(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "refuse"})
    void smsWhenTheConnectionIsCutThenNobodyElseIsAskedAndTheNumberWaitsItsMinute(String kind) {
        passport.faults().cut(FIRST, kind);
        request(mobile).within(LONGEST).isRefusal("4301", "发送失败");
        passport.faults().close();
        assertThat(passport.inbox().sendersTo(mobile)).isEmpty();
        waitsItsMinute();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404})
    void smsWhenAllAnswerAnErrorThenRefusedAndTheNumberWaitsItsMinute(int status) {
        passport.faults().answer(ALL, status);
        request(mobile).within(LONGEST).isRefusal("4301", "发送失败");
        passport.faults().close();
        waitsItsMinute();
    }

    /** What a provider may have taken counts, and costs. */
    private void waitsItsMinute() {
        assertThat(request(mobile).answer().errno()).isEqualTo("4201");
    }

    /** By somebody else each time: there is a limit to what one address may ask for. */
    private Timed request(String number) {
        Visitor visitor = Visitor.of(passport);
        ImageCode code = visitor.imageCode();
        return Timed.of(() -> visitor.requestSms(number, code));
    }
}
