package io.passport.verify.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.common.pii.Mobile;
import io.passport.verify.RunningService;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a consumed code adds to the ratio for tightening, and to the ledger. */
class SmsCodeVerifierIT extends RunningService {

    private static final String MOBILE = "13800000001";

    @Autowired
    private SmsCodeVerifier verifier;

    @Autowired
    private SmsCodes codes;

    @Test
    void consumeWhenRepeatedThenCountsTheCodeOnce() {
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        SmsCode code = new SmsCode(Purpose.REGISTER, new Mobile(MOBILE), SmsCodeClient.lastCode(PROVIDER));
        ConsumptionId first = newConsumptionId();
        verifier.consume(code, first);
        verifier.consume(code, first);
        codes.release(code.purpose(), code.mobile(), first);
        assertThat(verifier.consume(code, newConsumptionId()).wireName()).isEqualTo("CONSUMED");

        assertThat(used()).isEqualTo(1);
        assertThat(verified()).isEqualTo(1);

        redis().delete("smslimit:{" + MOBILE + "}");
        new SmsCodeClient(gatewayFor("203.0.113.1")).askFor(MOBILE);
        verifier.consume(
                new SmsCode(Purpose.REGISTER, new Mobile(MOBILE), SmsCodeClient.lastCode(PROVIDER)),
                newConsumptionId());
        assertThat(used()).isEqualTo(2);
        assertThat(verified()).isEqualTo(2);
    }

    private static int used() {
        return redis().opsForHash().values("smslimit:{shared}:used").stream()
                .mapToInt(amount -> Integer.parseInt(amount.toString()))
                .sum();
    }

    /** In this hour and, when another has begun, in the one before. */
    private static int verified() {
        Set<String> hours = redis().keys("smsledger:*");
        return hours.stream()
                .map(hour -> redis().opsForHash().get(hour, "register|verified|"))
                .mapToInt(amount -> amount == null ? 0 : Integer.parseInt(amount.toString()))
                .sum();
    }

    private static ConsumptionId newConsumptionId() {
        return new ConsumptionId(UUID.randomUUID().toString());
    }
}
