package io.passport.user.realname;

/** Checks a name and an identity number with the authorities, through a vendor. */
interface IdCheck {

    /**
     * Whether they belong together.
     *
     * @throws io.passport.common.api.ApiException {@code 4301} when the vendor is unavailable or too slow, or its answer is
     *     unknown
     */
    boolean matches(Identity identity);
}
