package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.SessionKeys;
import io.passport.acceptance.visitor.Visitor;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SpoofKitIT} cannot show by one header: a genuine signature in it, and limits that count by address. */
@AgainstPassport
class SpoofedHeadersIT {

    private static final int PICTURES_A_MINUTE = 120;

    private final Passport passport;
    private final Visitor visitor;
    private final Member victim;

    SpoofedHeadersIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.victim = Member.of(passport);
    }

    @Test
    void requestWhenItBringsTheInnerHeadersThenNobodyIsSignedIn() {
        String session = SessionKeys.keyOf(victim.visitor().token());
        String caller = "gateway;user=%d;session=%s;ip=127.0.0.1;at=%d"
                .formatted(victim.id(), session.substring("session:".length()), System.currentTimeMillis());
        Visitor spoofer = visitor.saying("X-Passport-Caller", caller).saying("X-Passport-Signature", "A".repeat(43));
        spoofer.profile().isRefusal("4101", "用户未登录");
        Visitor signed = visitor.saying("X-Passport-Caller", caller)
                .saying("X-Passport-Signature", Signature.ofTheGateway("GET", "/api/v1.0/user", caller));
        signed.profile().isRefusal("4101", "用户未登录");
    }

    @Test
    void limitWhenEachRequestClaimsAnotherAddressThenItCountsAllTheSame() {
        int served = (int) IntStream.rangeClosed(1, PICTURES_A_MINUTE + 5)
                .parallel()
                .mapToObj(i ->
                        claiming("203.0.113." + i).picture(UUID.randomUUID().toString()))
                .filter(answer ->
                        answer.headers().firstValue("content-type").orElse("").equals("image/jpg"))
                .count();
        assertThat(served).isEqualTo(PICTURES_A_MINUTE);
    }

    @Test
    void limitWhenARequestClaimsAVictimsAddressThenTheVictimIsNotHit() {
        Visitor bystander = Visitor.of(passport);
        for (int i = 0; i < 20; i++) {
            claiming("127.0.0.1").smsCodeFor(passport.secrets().newMobile());
        }
        claiming("198.51.100.1")
                .requestSms(passport.secrets().newMobile(), visitor.imageCode())
                .isRefusal("4201");
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
            claiming = claiming.saying(header.getKey(), header.getValue());
        }
        return claiming;
    }
}
