package io.passport.user.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * argon2id by the reference implementation in C: half the time of one in Java, and no 19 MiB on the heap for each hash. Where
 * the native library cannot be loaded, for example from a temporary folder that is mounted {@code noexec}, it is computed in
 * Java. Both write and read {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}. Many threads may use it; {@link PasswordHashing}
 * limits them.
 */
final class Argon2 extends AbstractValidatingPasswordEncoder {

    private static final Logger LOG = LoggerFactory.getLogger(Argon2.class);
    private static final String PREFIX = "$argon2id$";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Optional<Argon2Advanced> NATIVE = load();

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final PasswordEncoder java;

    Argon2(int memoryKib, int passes, int lanes) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.java = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, lanes, memoryKib, passes);
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        return NATIVE.map(argon2 -> argon2.hash(passes, memoryKib, lanes, password.toCharArray()))
                .orElseGet(() -> java.encode(password));
    }

    @Override
    protected boolean matchesNonNull(String password, String hash) {
        return NATIVE.filter(argon2 -> hash.startsWith(PREFIX))
                .map(argon2 -> argon2.verify(hash, password.toCharArray()))
                .orElseGet(() -> java.matches(password, hash));
    }

    /** A hash is outdated if it is of another type, or has less memory or fewer passes. */
    @Override
    protected boolean upgradeEncodingNonNull(String hash) {
        return !hash.startsWith(PREFIX) || java.upgradeEncoding(hash);
    }

    private static Optional<Argon2Advanced> load() {
        try {
            Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
            argon2.hash(1, 8, 1, new char[] {'x'});
            return Optional.of(argon2);
        } catch (LinkageError | RuntimeException notLoadable) {
            LOG.warn("argon2 is computed in Java: the native library cannot be loaded: {}", notLoadable.toString());
            return Optional.empty();
        }
    }
}
