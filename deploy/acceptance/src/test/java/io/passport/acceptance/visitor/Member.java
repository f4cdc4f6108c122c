package io.passport.acceptance.visitor;

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

    /** Another browser of his, signed in. */
    public Visitor elsewhere(Passport passport) {
        Visitor other = Visitor.of(passport);
        other.logIn(mobile, password).isOk();
        return other;
    }

    /** The account is signed in, as far as its first browser can see. */
    public void isSignedIn() {
        assertThat(visitor.session().isOk("true").data().get("user_id").asLong())
                .isEqualTo(id);
    }
}
