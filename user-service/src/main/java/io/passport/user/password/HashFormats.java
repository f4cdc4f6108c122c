package io.passport.user.password;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Creates hashes in today's format, {@code {argon2id}$argon2id$…}, and compares passwords with hashes of all supported
 * formats: ours of earlier years, and those of other systems. A name in braces in front of a hash must be that of its format;
 * a hash without a name is recognised by its text. A hash of no supported format matches no password; nothing is thrown.
 */
final class HashFormats extends AbstractValidatingPasswordEncoder {

    private static final String TODAY = "argon2id";
    private static final Pattern NAMED = Pattern.compile("\\{(?<name>[^}]*)}(?<hash>.*)", Pattern.DOTALL);

    private final Argon2 argon2;
    private final Map<String, HashFormat> named;
    private final List<HashFormat> known;

    HashFormats(Argon2 argon2) {
        this.argon2 = argon2;
        HashFormat ours = EncoderFormat.argon2(argon2);
        HashFormat bcrypt = EncoderFormat.bcrypt();
        this.named = Map.of(TODAY, ours, "bcrypt", bcrypt);
        this.known = List.of(ours, bcrypt, new WerkzeugPbkdf2(), new WerkzeugScrypt());
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return "{" + TODAY + "}" + argon2.encode(password);
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        String unnamed = withoutName(hash);
        return formatOf(hash).map(format -> format.matches(password, unnamed)).orElseGet(() -> matchesNone(password));
    }

    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return argon2.upgradeEncoding(withoutName(hash));
    }

    /** Whether the hash has a supported format. */
    boolean supports(String hash) {
        return formatOf(hash).isPresent();
    }

    private Optional<HashFormat> formatOf(String hash) {
        Matcher name = NAMED.matcher(hash);
        if (name.matches()) {
            return Optional.ofNullable(named.get(name.group("name")))
                    .filter(format -> format.supports(name.group("hash")));
        }
        return known.stream().filter(format -> format.supports(hash)).findFirst();
    }

    private static String withoutName(String hash) {
        Matcher name = NAMED.matcher(hash);
        return name.matches() ? name.group("hash") : hash;
    }

    /** Takes as long as a comparison. */
    private boolean matchesNone(String password) {
        argon2.encode(password);
        return false;
    }
}
