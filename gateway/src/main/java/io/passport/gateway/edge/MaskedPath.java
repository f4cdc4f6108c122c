package io.passport.gateway.edge;

import java.util.regex.Pattern;

/**
 * A path for the log of {@link AccessLog}: the words of the routes stay, every other segment becomes {@code ***}. The
 * rest after {@code /imagecode/}, {@code /smscode/} and {@code /sessions/} is always masked. A list of known personal data
 * would miss unusual spellings, such as a mobile with a country code, so everything that is not a plain word is masked.
 */
final class MaskedPath {

    private static final Pattern VALUE = Pattern.compile(
            "(?<=/(?:imagecode|smscode|sessions)/).+" + "|(?<![^/])(?!(?:v1\\.0|[A-Za-z._-]{1,30})(?:/|$))[^/]+");

    private MaskedPath() {}

    static String of(String path) {
        return VALUE.matcher(path).replaceAll("***");
    }
}
