package io.passport.acceptance.visitor;

import static io.passport.acceptance.stack.Secrets.Kind.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.passport.acceptance.stack.Passport;

/**
 * Somebody who has registered and is signed in.
 *
 * @param visitor how he calls
 * @param id his account
 * @param mobile his number
 * @param password his password
 */
public record Member(Visitor visitor, long id, String mobile, String password) {

    /** Somebody new. */
    public static Member of(Passport passport) {
        Visitor visitor = Visitor.of(passport);
        String mobile = passport.secrets().newMobile();
        String password = passport.secrets().newPassword();
        Answer answer =
                visitor.register(mobile, visitor.smsCodeFor(mobile), password).isOk();
        return new Member(visitor, answer.data().get("user_id").asLong(), mobile, password);
    }

    /** The same as the owner of the account. */
    public Owner owner(Passport passport) {
        return new Owner(passport, visitor);
    }

    /** Another browser of his, signed in. */
    public Visitor elsewhere(Passport passport) {
        Visitor other = Visitor.of(passport);
        other.logIn(mobile, password).isOk();
        return other;
    }

    /** Another browser that he has signed in with before: signed out, it still has its device's cookie. */
    public Visitor elsewhereOnADevice(Passport passport) {
        Visitor other = Visitor.of(passport);
        String cookie = other.logIn(mobile, password).isOk().headers().allValues("set-cookie").stream()
                .filter(set -> set.startsWith("device="))
                .map(set -> set.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
        passport.secrets().keep(TOKEN, cookie.substring("device=".length()));
        other.logOut().isOk();
        return other.saying("Cookie", cookie);
    }

    /** The account is signed in, as far as its first browser can see. */
    public void isSignedIn() {
        assertThat(visitor.session().isOk("true").data().get("user_id").asLong())
                .isEqualTo(id);
    }
}
