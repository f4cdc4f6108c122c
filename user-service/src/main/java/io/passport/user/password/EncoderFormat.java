package io.passport.user.password;

import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A format that a Spring Security encoder compares.
 *
 * @param format the text of a supported hash, including the limits of its parameters
 */
record EncoderFormat(Pattern format, PasswordEncoder encoder) implements HashFormat {

    /** {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}: at most 64 MiB or a little more, 19 passes, 9 lanes. */
    static HashFormat argon2(PasswordEncoder argon2) {
        return new EncoderFormat(
                Pattern.compile(
                        "\\$argon2(?:id|i|d)\\$v=19\\$m=(?:[1-9][0-9]{0,3}|[1-6][0-9]{4}),t=(?:[1-9]|1[0-9]),p=[1-9]"
                                + "\\$[A-Za-z0-9+/]{11,86}\\$[A-Za-z0-9+/]{16,86}"),
                argon2);
    }

    /** {@code $2b$10$…}, {@code $2a$…}, {@code $2y$…}: at most 2<sup>15</sup> rounds, some seconds. */
    static HashFormat bcrypt() {
        return new EncoderFormat(
                Pattern.compile("\\$2[aby]\\$(?:0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}"), new BCryptPasswordEncoder());
    }

    @Override
    public boolean supports(String hash) {
        return format.matcher(hash).matches();
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
