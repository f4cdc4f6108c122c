package io.passport.common.internalcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.passport.common.api.ApiException;
import io.passport.common.session.DeviceKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSignatureTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PATH = "/api/v1.0/user?x=%E4%BD%A0";

    private final CallSignature signature = at(NOW, Map.of("gateway", "k".repeat(32)));
    private final Caller caller = new Caller("gateway", new SignedInUser(42, "digest"), "2001:db8::7", NOW, null);

    @Test
    void verifyWhenTheSignatureIsTheCallersThenTheCallerIsKnown() {
        String signed = signature.sign("GET", PATH, caller);
        assertThat(signature.verify("GET", PATH, caller.header(), signed)).contains(caller);
    }

    @Test
    void verifyWhenThereIsNoUserThenTheServiceIsKnown() {
        Caller service = Caller.service("gateway", NOW);
        assertThat(signature.verify("GET", PATH, service.header(), signature.sign("GET", PATH, service)))
                .contains(service);
        assertThatThrownBy(service::signedIn).isInstanceOf(ApiException.class);
    }

    @Test
    void verifyWhenThereIsADeviceThenItIsKnown() {
        DeviceKey device = DeviceKey.ofToken("t".repeat(43)).orElseThrow();
        Caller known = new Caller("gateway", null, "203.0.113.7", NOW, device);
        assertThat(signature.verify("GET", PATH, known.header(), signature.sign("GET", PATH, known)))
                .contains(known);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.7", "2001:db8:0:7:aaaa::1, 2001:db8:0:7::/64", "::1, 0:0:0:0::/64", "'', ''"})
    void networkWhenTheAddressIsIpv6ThenItIsItsNetwork(String address, String network) {
        assertThat(new Caller("gateway", null, address, NOW, null).network()).isEqualTo(network);
    }

    @Test
    void verifyWhenAnythingSignedIsChangedThenItIsRejected() {
        String signed = signature.sign("GET", PATH, caller);
        String other = new Caller("gateway", new SignedInUser(43, "digest"), "2001:db8::7", NOW, null).header();
        assertThat(signature.verify("PUT", PATH, caller.header(), signed)).isEmpty();
        assertThat(signature.verify("GET", PATH + "1", caller.header(), signed)).isEmpty();
        assertThat(signature.verify("GET", PATH, other, signed)).isEmpty();
        assertThat(signature.verify("GET", PATH, caller.header(), signed.substring(1)))
                .isEmpty();
        assertThat(signature.verify("GET", PATH, caller.header(), null)).isEmpty();
        assertThat(signature.verify("GET", PATH, null, signed)).isEmpty();
    }

    @Test
    void verifyWhenTheKeyIsAnotherThenItIsRejected() {
        String signed = at(NOW, Map.of("gateway", "x".repeat(32))).sign("GET", PATH, caller);
        assertThat(signature.verify("GET", PATH, caller.header(), signed)).isEmpty();
        Caller stranger = Caller.service("stranger", NOW);
        assertThat(signature.verify("GET", PATH, stranger.header(), signed)).isEmpty();
    }

    @Test
    void verifyWhenItIsTooOldOrFromTheFutureThenItIsRejected() {
        String signed = signature.sign("GET", PATH, caller);
        Duration limit = CallSignature.VALID_FOR;
        assertThat(at(NOW.plus(limit)).verify("GET", PATH, caller.header(), signed))
                .isPresent();
        assertThat(at(NOW.plus(limit).plusMillis(1)).verify("GET", PATH, caller.header(), signed))
                .isEmpty();
        assertThat(at(NOW.minus(limit).minusMillis(1)).verify("GET", PATH, caller.header(), signed))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gateway",
                "gateway;user=1",
                "gateway;user=1;session=a;ip=1.2.3.4;at=1;more=1",
                "gateway;user=1;session=a;ip=1.2.3.4;at=1;device=short",
                "gateway;user=-1;session=a;ip=1.2.3.4;at=1",
                "gateway;user=1;user=2;session=a;ip=1.2.3.4;at=1",
                "gateway;user=9999999999999999999;session=a;ip=;at=1"
            })
    void verifyWhenTheHeaderIsMalformedThenItIsRejected(String header) {
        assertThat(Caller.parse(header)).isEmpty();
    }

    @Test
    void bindWhenKeysAreMissingOrShortThenTheyAreRejectedAndNotPrinted() {
        assertThatThrownBy(() -> new CallerKeys(null)).hasMessageContaining("passport.internal-calls.caller-keys");
        assertThatThrownBy(() -> new CallerKeys(Map.of("gateway", "short")))
                .hasMessageContaining("passport.internal-calls.caller-keys.gateway")
                .hasMessageNotContaining("short ");
        assertThat(new CallerKeys(Map.of("gateway", "k".repeat(32))).toString()).doesNotContain("kkk");
    }

    private static CallSignature at(Instant now) {
        return at(now, Map.of("gateway", "k".repeat(32)));
    }

    private static CallSignature at(Instant now, Map<String, String> keys) {
        return new CallSignature(new CallerKeys(keys), Clock.fixed(now, ZoneOffset.UTC));
    }
}
