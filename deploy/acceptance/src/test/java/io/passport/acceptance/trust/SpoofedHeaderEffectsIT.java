package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.SessionKeys;
import io.passport.acceptance.visitor.Visitor;
import io.passport.testing.concurrency.Simultaneously;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A genuine signature in a spoofed header, and claimed addresses against limits that count by address. */
@PassportTest
class SpoofedHeaderEffectsIT {

    private static final int IMAGES_A_MINUTE = 120;

    private final LaunchedPassport passport;
    private final Visitor visitor;
    private final RegisteredUser victim;

    SpoofedHeaderEffectsIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.victim = RegisteredUser.of(passport);
    }

    @Test
    void requestWhenItHasTheInternalHeadersThenNotSignedIn() {
        String session = SessionKeys.keyOf(victim.visitor().token());
        String caller = "gateway;user=%d;session=%s;ip=127.0.0.1;at=%d"
                .formatted(victim.id(), session.substring("session:".length()), System.currentTimeMillis());
        Visitor spoofer =
                visitor.withHeader("X-Passport-Caller", caller).withHeader("X-Passport-Signature", "A".repeat(43));
        spoofer.profile().isError("4101", "用户未登录");
        Visitor signed = visitor.withHeader("X-Passport-Caller", caller)
                .withHeader("X-Passport-Signature", Signature.ofTheGateway("GET", "/api/v1.0/user", caller));
        signed.profile().isError("4101", "用户未登录");
    }

    @Test
    void limitWhenEachRequestClaimsAnotherAddressThenAllAreCounted() {
        int served =
                (int) Simultaneously.call(
                                IMAGES_A_MINUTE + 5,
                                i -> claiming("203.0.113." + i)
                                        .getImageCode(UUID.randomUUID().toString()))
                        .stream()
                        .filter(response -> response.headers()
                                .firstValue("content-type")
                                .orElse("")
                                .equals("image/jpg"))
                        .count();
        assertThat(served).isEqualTo(IMAGES_A_MINUTE);
    }

    @Test
    void limitWhenARequestClaimsAVictimsAddressThenTheVictimIsNotLimited() {
        Visitor bystander = Visitor.of(passport);
        for (int i = 0; i < 20; i++) {
            claiming("127.0.0.1").smsCodeFor(passport.secrets().newMobile());
        }
        claiming("198.51.100.1")
                .requestSmsCode(passport.secrets().newMobile(), visitor.imageCode())
                .isError("4201");
        bystander.smsCodeFor(passport.secrets().newMobile());
    }

    private Visitor claiming(String address) {
        Visitor claiming = visitor;
        for (var header : Map.of(
                        "X-Forwarded-For", address,
                        "X-Real-IP", address,
                        "Forwarded", "for=" + address,
                        "X-Client-IP", address,
                        "True-Client-IP", address,
                        "CF-Connecting-IP", address)
                .entrySet()) {
            claiming = claiming.withHeader(header.getKey(), header.getValue());
        }
        return claiming;
    }
}
