package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.Owner;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that another site's page made a browser send, with the user's cookie. */
@AgainstPassport
class CrossSiteIT {

    private final Passport passport;
    private final Member member;

    CrossSiteIT(Passport passport) {
        this.passport = passport;
        this.member = Member.of(passport);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost.evil.example",
        "Origin, http://127.0.0.1"
    })
    void writeWhenAnotherSitesPageCausedItThenForbidden(String header, String value) {
        Visitor lured = member.visitor().saying(header, value);
        lured.logOut().isTurnedAway(403);
        lured.rename("Lured").isTurnedAway(403);
        lured.logIn(member.mobile(), member.password()).isTurnedAway(403);
        lured.uploadAvatar(new byte[] {1}).isTurnedAway(403);
        lured.send("DELETE", "sessions", null).isTurnedAway(403);
        Owner owner = new Owner(passport, lured);
        owner.changePassword(member.password(), passport.secrets().newPassword())
                .isTurnedAway(403);
        owner.changeMobile(passport.secrets().newMobile(), "123456", member.password())
                .isTurnedAway(403);
        member.isSignedIn();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Origin, https://evil.example"})
    void smsWhenAnotherSitesPageAsksForItThenForbiddenAndThePictureStaysGood(String header, String value) {
        String mobile = passport.secrets().newMobile();
        ImageCode code = member.visitor().imageCode();
        member.visitor().saying(header, value).requestSms(mobile, code).isTurnedAway(403);
        assertThat(passport.inbox().codesFor(mobile)).isEmpty();
        member.visitor().requestSms(mobile, code).isOk("发送成功");
    }

    @Test
    void writeWhenTheOwnPageCausedItThenOk() {
        String origin = "http://127.0.0.1:" + passport.port("gateway");
        member.visitor().saying("Origin", origin).rename("Own " + member.id()).isOk();
        member.visitor()
                .saying("Origin", origin)
                .saying("Sec-Fetch-Site", "same-origin")
                .rename("Own too " + member.id())
                .isOk();
        member.visitor().saying("Sec-Fetch-Site", "none").logOut().isOk();
    }

    @Test
    void writeWhenThePageSendsACsrfTokenThenItIsIgnored() {
        member.visitor()
                .saying("X-CSRFToken", "whatever")
                .rename("Csrf " + member.id())
                .isOk();
    }

    @Test
    void readWhenAnotherSitesPageCausedItThenOkSinceThatPageCannotSeeIt() {
        var answer = member.visitor()
                .saying("Sec-Fetch-Site", "cross-site")
                .saying("Origin", "https://evil.example")
                .session()
                .isOk("true");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void preflightWhenAnotherSiteAsksThenNothingIsAllowed() {
        var answer = Visitor.of(passport)
                .saying("Origin", "https://evil.example")
                .saying("Access-Control-Request-Method", "DELETE")
                .send("OPTIONS", "session", null);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(answer.headers().firstValue("access-control-allow-methods")).isEmpty();
    }
}
