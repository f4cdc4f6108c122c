package io.passport.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.AgainstPassport;
import io.passport.acceptance.stack.Passport;
import io.passport.acceptance.visitor.Answer;
import io.passport.acceptance.visitor.Member;
import io.passport.acceptance.visitor.SessionKeys;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations 10 and 11, {@code DELETE session} and {@code GET session}, and the session itself. */
@AgainstPassport
class SessionIT {

    private final Passport passport;
    private final Visitor visitor;
    private final Member member;

    SessionIT(Passport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.member = Member.of(passport);
    }

    @Test
    void sessionWhenSignedInThenTrueWithWhoItIs() {
        Answer answer = member.visitor().session().isOk("true");
        assertThat(answer.data().propertyNames()).containsExactlyInAnyOrder("user_id", "name");
        assertThat(answer.data().get("user_id").asLong()).isEqualTo(member.id());
        assertThat(answer.data().get("name").asString()).isEqualTo(member.mobile());
    }

    @Test
    void sessionWhenNobodyIsSignedInThenFalse() {
        visitor.session().isRefusal("4101", "false").hasNoData();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "*",
                "../../etc/passwd",
                "%00%0d%0a",
                "\"quoted\""
            })
    void sessionWhenTheCookieIsInventedThenFalse(String token) {
        visitor.holding(token).session().isRefusal("4101", "false");
    }

    @Test
    void sessionWhenTheAccountIsGoneThenFalse() {
        passport.database().deleteAccount(member.id());
        member.visitor().session().isRefusal("4101", "false");
        member.visitor().profile().isRefusal("4002", "无效操作");
        member.visitor().verified().isRefusal("4002", "无效操作");
    }

    @Test
    void cookieWhenSetThenNoScriptAndNoOtherSiteCanUseIt() {
        String cookie = visitor.logIn(member.mobile(), member.password())
                .sessionCookie()
                .orElseThrow();
        assertThat(cookie.split(";\\s*"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure")
                .noneMatch(attribute -> attribute.startsWith("Domain"));
        assertThat(visitor.token()).matches("[A-Za-z0-9_-]{43,}");
    }

    @Test
    void loginWhenDoneAgainThenANewSessionAndTheClientsOldOneEnds() {
        Visitor other = member.elsewhere(passport);
        String before = member.visitor().token();
        member.visitor().logIn(member.mobile(), member.password()).isOk();
        assertThat(member.visitor().token()).isNotEqualTo(before);
        member.isSignedIn();
        visitor.holding(before).session().isRefusal("4101", "false");
        other.session().isOk("true");
    }

    @Test
    void loginWhenTheClientBringsATokenThenItGetsAnotherOne() {
        String planted = "P".repeat(43);
        Visitor victim = visitor.holding(planted);
        victim.logIn(member.mobile(), member.password()).isOk();
        assertThat(victim.token()).isNotEqualTo(planted);
        Visitor.of(passport).holding(planted).session().isRefusal("4101", "false");
    }

    @Test
    void logoutWhenSignedInThenTheSessionEndsEverywhereAndTheCookieGoes() {
        String token = member.visitor().token();
        Visitor other = member.elsewhere(passport);
        Answer answer = member.visitor().logOut().isOk().hasNoData();
        assertThat(answer.header("set-cookie")).startsWith("session=;").contains("Max-Age=0");
        visitor.holding(token).session().isRefusal("4101", "false");
        visitor.holding(token).profile().isRefusal("4101", "用户未登录");
        other.session().isOk("true");
    }

    @Test
    void logoutWhenDoneTwiceOrByNobodyThenOk() {
        String token = member.visitor().token();
        member.visitor().logOut().isOk();
        visitor.holding(token).logOut().isOk();
        Visitor.of(passport).logOut().isOk();
    }

    @Test
    void sessionWhenUsedThenItsDayBeginsAnew() {
        String key = SessionKeys.keyOf(member.visitor().token());
        passport.redis().leave(Duration.ofMinutes(10), key);
        member.isSignedIn();
        assertThat(passport.redis().timeToLive(key)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void sessionWhenIdleTooLongThenItEnds() {
        passport.redis().expire(SessionKeys.keyOf(member.visitor().token()));
        member.visitor().session().isRefusal("4101", "false");
        member.visitor().profile().isRefusal("4101", "用户未登录");
    }
}
