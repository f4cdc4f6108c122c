package io.passport.user.password;

import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes hashes of today's form, and compares with all that are known, ours of other years and those that other systems
 * wrote. A hash of no known form belongs to no password.
 */
final class HashFormats extends AbstractValidatingPasswordEncoder {

    private final List<HashFormat> known;
    private final PasswordEncoder today;

    HashFormats(Argon2 today) {
        this.known = List.of(
                EncoderFormat.argon2(today), EncoderFormat.bcrypt(), new WerkzeugPbkdf2(), new WerkzeugScrypt());
        this.today = today;
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return today.encode(password);
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        Optional<HashFormat> form = formOf(hash);
        return form.isPresent() ? form.get().matches(password, hash) : matchesNone(password);
    }

    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return today.upgradeEncoding(hash);
    }

    /** Whether the hash, without an algorithm's name in braces, is of a known form. */
    boolean supports(String hash) {
        return formOf(hash).isPresent();
    }

    private Optional<HashFormat> formOf(String hash) {
        return known.stream().filter(form -> form.supports(hash)).findFirst();
    }

    /** Takes as long as an answer that was worked for. */
    private boolean matchesNone(String password) {
        today.encode(password);
        return false;
    }
}
