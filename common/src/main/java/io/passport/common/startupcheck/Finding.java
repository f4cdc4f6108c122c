package io.passport.common.startupcheck;

/**
 * A reason not to start, printed as one line.
 *
 * @param setting its name
 * @param fault what is wrong with it, without its value
 * @param remedy what to do
 */
public record Finding(String setting, String fault, String remedy) {

    @Override
    public String toString() {
        return setting + ": " + fault + "; " + remedy;
    }
}
