package io.passport.common.trust;

import java.util.SortedSet;

/** A process would have started outside the local profile with secrets that stand in the source. */
final class LocalSecretException extends RuntimeException {

    LocalSecretException(SortedSet<String> settings) {
        super("Refused to start: these settings hold secrets that are for the local profile only: "
                + String.join(", ", settings));
    }
}
