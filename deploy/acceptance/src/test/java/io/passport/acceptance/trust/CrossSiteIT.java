package io.passport.acceptance.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ImageCode;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that another site's page makes a browser send, with the user's cookie. */
@PassportTest
class CrossSiteIT {

    private final LaunchedPassport passport;
    private final RegisteredUser user;

    CrossSiteIT(LaunchedPassport passport) {
        this.passport = passport;
        this.user = RegisteredUser.of(passport);
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
    void writeWhenAnotherSiteCausedItThenForbidden(String header, String value) {
        Visitor crossSite = user.visitor().withHeader(header, value);
        crossSite.signOut().isRejected(403);
        crossSite.changeName("Cross-site").isRejected(403);
        crossSite.signIn(user.mobile(), user.password()).isRejected(403);
        crossSite.uploadAvatar(new byte[] {1}).isRejected(403);
        crossSite.send("DELETE", "sessions", null).isRejected(403);
        crossSite
                .changePassword(user.password(), passport.secrets().newPassword())
                .isRejected(403);
        crossSite
                .changeMobile(passport.secrets().newMobile(), "123456", user.password())
                .isRejected(403);
        user.assertSignedIn();
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Origin, https://evil.example"})
    void smsWhenAnotherSiteRequestsItThenForbiddenAndTheImageCodeStaysValid(String header, String value) {
        String mobile = passport.secrets().newMobile();
        ImageCode code = user.visitor().imageCode();
        user.visitor().withHeader(header, value).requestSmsCode(mobile, code).isRejected(403);
        assertThat(passport.inbox().codesFor(mobile)).isEmpty();
        user.visitor().requestSmsCode(mobile, code).isOk("发送成功");
    }

    @Test
    void writeWhenTheOwnSiteCausedItThenOk() {
        String origin = "http://127.0.0.1:" + passport.port("gateway");
        user.visitor()
                .withHeader("Origin", origin)
                .changeName("Own " + user.id())
                .isOk();
        user.visitor()
                .withHeader("Origin", origin)
                .withHeader("Sec-Fetch-Site", "same-origin")
                .changeName("Own too " + user.id())
                .isOk();
        user.visitor().withHeader("Sec-Fetch-Site", "none").signOut().isOk();
    }

    @Test
    void writeWhenThePageSendsACsrfTokenThenItIsIgnored() {
        user.visitor()
                .withHeader("X-CSRFToken", "any value")
                .changeName("Csrf " + user.id())
                .isOk();
    }

    @Test
    void readWhenAnotherSiteCausedItThenOkWithoutCorsHeaders() {
        var response = user.visitor()
                .withHeader("Sec-Fetch-Site", "cross-site")
                .withHeader("Origin", "https://evil.example")
                .session()
                .isOk("true");
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void preflightWhenFromAnotherSiteThenNothingIsAllowed() {
        var response = Visitor.of(passport)
                .withHeader("Origin", "https://evil.example")
                .withHeader("Access-Control-Request-Method", "DELETE")
                .send("OPTIONS", "session", null);
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
        assertThat(response.headers().firstValue("access-control-allow-methods"))
                .isEmpty();
    }
}
