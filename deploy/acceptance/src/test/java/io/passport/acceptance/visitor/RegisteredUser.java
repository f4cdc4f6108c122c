package io.passport.acceptance.visitor;

import static io.passport.acceptance.passport.TestSecrets.Kind.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.passport.LaunchedPassport;

/**
 * A registered user, signed in.
 *
 * @param visitor the client that registered
 * @param id of the account
 * @param mobile number of the account
 * @param password of the account
 */
public record RegisteredUser(Visitor visitor, long id, String mobile, String password) {

    /** Registers a new user. */
    public static RegisteredUser of(LaunchedPassport passport) {
        Visitor visitor = Visitor.of(passport);
        String mobile = passport.secrets().newMobile();
        String password = passport.secrets().newPassword();
        ApiResponse response =
                visitor.register(mobile, visitor.smsCodeFor(mobile), password).isOk();
        return new RegisteredUser(visitor, response.data().get("user_id").asLong(), mobile, password);
    }

    /** Signs in from another client. */
    public Visitor signInElsewhere(LaunchedPassport passport) {
        Visitor other = Visitor.of(passport);
        other.signIn(mobile, password).isOk();
        return other;
    }

    /** Signs in and out from another client, which then sends the cookie of a known device. */
    public Visitor onKnownDevice(LaunchedPassport passport) {
        Visitor other = Visitor.of(passport);
        String cookie = other.signIn(mobile, password).isOk().headers().allValues("set-cookie").stream()
                .filter(set -> set.startsWith("device="))
                .map(set -> set.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
        passport.secrets().remember(TOKEN, cookie.substring("device=".length()));
        other.signOut().isOk();
        return other.withHeader("Cookie", cookie);
    }

    /** Asserts that the client that registered is still signed in. */
    public void assertSignedIn() {
        assertThat(visitor.session().isOk("true").data().get("user_id").asLong())
                .isEqualTo(id);
    }
}
