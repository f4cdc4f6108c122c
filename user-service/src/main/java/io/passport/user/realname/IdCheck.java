package io.passport.user.realname;

/** Asks the authorities, through a provider, whether a name and an identity number belong together. */
interface IdCheck {

    /**
     * Whether they do.
     *
     * @throws io.passport.common.api.ApiException {@code 4301} when the check is unavailable
     */
    boolean matches(Identity identity);
}
