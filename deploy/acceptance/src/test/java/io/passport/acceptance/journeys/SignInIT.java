package io.passport.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.PassportTest;
import io.passport.acceptance.passport.LaunchedPassport;
import io.passport.acceptance.visitor.ApiResponse;
import io.passport.acceptance.visitor.Purpose;
import io.passport.acceptance.visitor.RegisteredUser;
import io.passport.acceptance.visitor.SessionKeys;
import io.passport.acceptance.visitor.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Signs in by password or SMS code, uses the session and signs out. */
@PassportTest
class SignInIT {

    private final LaunchedPassport passport;
    private final Visitor visitor;
    private final RegisteredUser user;

    SignInIT(LaunchedPassport passport) {
        this.passport = passport;
        this.visitor = Visitor.of(passport);
        this.user = RegisteredUser.of(passport);
    }

    @Test
    void signInWhenThePasswordIsRightThenASessionOfTheAccount() {
        isSignedInBy(visitor.signIn(user.mobile(), user.password()).isOk());
        assertThat(visitor.session().data().get("name").asString()).isEqualTo(user.mobile());
        user.assertSignedIn();
    }

    @Test
    void signInWhenTheSmsCodeIsRightThenASessionOfTheAccount() {
        String code = visitor.smsCodeFor(Purpose.LOGIN, user.mobile());
        isSignedInBy(visitor.signInBySms(user.mobile(), code).isOk());
        user.assertSignedIn();
    }

    @Test
    void signInWhenDoneAgainThenTheClientsOldSessionEnds() {
        Visitor other = user.signInElsewhere(passport);
        String before = user.visitor().token();
        user.visitor().signIn(user.mobile(), user.password()).isOk();
        assertThat(user.visitor().token()).isNotEqualTo(before);
        user.assertSignedIn();
        visitor.withToken(before).session().isError("4101", "false");
        other.session().isOk("true");
    }

    @Test
    void signInWhenTheClientSendsAPlantedTokenThenItGetsANewOne() {
        String planted = "P".repeat(43);
        Visitor victim = visitor.withToken(planted);
        victim.signIn(user.mobile(), user.password()).isOk();
        assertThat(victim.token()).isNotEqualTo(planted);
        Visitor.of(passport).withToken(planted).session().isError("4101", "false");
    }

    @Test
    void cookieWhenSetThenNeitherScriptsNorOtherSitesCanUseIt() {
        String cookie =
                visitor.signIn(user.mobile(), user.password()).sessionCookie().orElseThrow();
        assertThat(cookie.split(";\\s*"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure")
                .noneMatch(attribute -> attribute.startsWith("Domain"));
        assertThat(visitor.token()).matches("[A-Za-z0-9_-]{43,}");
    }

    @Test
    void sessionWhenUsedThenItsIdleTimeStartsAgain() {
        String key = SessionKeys.keyOf(user.visitor().token());
        passport.redis().setTimeToLive(Duration.ofMinutes(10), key);
        user.assertSignedIn();
        assertThat(passport.redis().timeToLive(key)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void signOutWhenSignedInThenThisSessionEndsAndTheCookieIsDeleted() {
        String token = user.visitor().token();
        Visitor other = user.signInElsewhere(passport);
        ApiResponse response = user.visitor().signOut().isOk().hasNoData();
        assertThat(response.header("set-cookie")).startsWith("session=;").contains("Max-Age=0");
        visitor.withToken(token).session().isError("4101", "false");
        visitor.withToken(token).profile().isError("4101", "用户未登录");
        visitor.withToken(token).signOut().isOk();
        other.session().isOk("true");
    }

    @Test
    void signOutWhenNotSignedInThenOk() {
        visitor.signOut().isOk();
    }

    private void isSignedInBy(ApiResponse response) {
        assertThat(response.data().propertyNames()).containsExactly("user_id");
        assertThat(response.data().get("user_id").asLong()).isEqualTo(user.id());
        assertThat(visitor.session().isOk("true").data().propertyNames()).containsExactlyInAnyOrder("user_id", "name");
        assertThat(visitor.session().data().get("user_id").asLong()).isEqualTo(user.id());
    }
}
