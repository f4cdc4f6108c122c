package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.testing.concurrency.Simultaneously;
import io.passport.testing.internalcall.TestResponse;
import io.passport.testing.server.RealRedis;
import io.passport.verify.EmulatedService;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With the three vendors of the local profile; the first is unreachable. */
class SmsCodeFailoverIT extends EmulatedService {

    @Test
    void sendWhenTheFirstVendorIsUnreachableThenTheNextSends() {
        assertThat(askFor("13700000001").line()).isEqualTo("200 0 发送成功");
        assertThat(EMULATORS.sendersTo("13700000001")).containsExactly("aliyun");
    }

    @Test
    void sendWhenFortyAskSimultaneouslyThenEachGetsOneMessage() throws Exception {
        List<String> mobiles = IntStream.range(0, 40)
                .mapToObj(i -> "137000001%02d".formatted(i))
                .toList();
        var answers =
                Simultaneously.call(40, i -> new SmsCodeClient(gatewayFor("203.0.113." + i)).askFor(mobiles.get(i)));
        assertThat(answers).extracting(TestResponse::line).containsOnly("200 0 发送成功");
        assertThat(mobiles)
                .allSatisfy(mobile -> assertThat(EMULATORS.sendersTo(mobile)).containsExactly("aliyun"));
    }

    @Test
    void sendWhenTheSecondVendorIsUncertainThenNoOtherIsTried() {
        EMULATORS.failOnce("aliyun", "\"kind\":\"reset\"");
        assertThat(askFor("13700000002").line()).isEqualTo("200 4301 发送失败");
        assertThat(EMULATORS.sendersTo("13700000002")).isEmpty();
    }

    @Test
    void sendWhenTheVendorLimitsTheNumberThenAnswersItsWait() {
        askFor("13700000003");
        // what our own limits would say first
        RealRedis.SHARED.template().delete("smslimit:{13700000003}");

        TestResponse limited = askFor("13700000003");

        assertThat(limited.line()).startsWith("200 4201 ");
        assertThat(limited.json().at("/data/retry_after").asInt()).isEqualTo(60);
        assertThat(EMULATORS.sendersTo("13700000003")).containsExactly("aliyun");
    }

    private TestResponse askFor(String mobile) {
        return new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(mobile);
    }
}
