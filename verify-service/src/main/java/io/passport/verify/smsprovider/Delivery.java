package io.passport.verify.smsprovider;

/** What became of a message that was handed to a provider. */
public enum Delivery {
    /** The provider said yes. */
    TAKEN,
    /** It will surely not arrive: the provider said no, or it was never reached. */
    NOT_TAKEN,
    /** Nobody knows: the provider was reached and did not answer as it should. */
    UNCERTAIN
}
