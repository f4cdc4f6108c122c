package io.passport.user.password;

/** One form in which a hash can be written, by us or by another system. */
interface HashFormat {

    /** Whether the hash is written in this form, with parameters that cost no more than we would pay. */
    boolean supports(String hash);

    /** Whether the password is the one that was hashed; asked only of a hash that this form reads. */
    boolean matches(String password, String hash);
}
