package io.passport.user.password;

/** One text format of password hashes, ours or another system's. Used by {@link HashFormats} from many threads at once. */
interface HashFormat {

    /** Whether the hash has this format, with parameters within this format's limits. */
    boolean supports(String hash);

    /** Whether the password has this hash; called only for a supported hash. */
    boolean matches(String password, String hash);
}
