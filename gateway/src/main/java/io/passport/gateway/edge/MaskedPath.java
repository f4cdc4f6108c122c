package io.passport.gateway.edge;

import java.util.regex.Pattern;

/**
 * A path as it may stand in the log: the words of the routes stay, everything that a client filled in is {@code ***}. A
 * mobile can be written in more ways than a mask knows, so nothing is looked for: what is no word is left out, and where
 * a route takes a value even a word is none.
 */
final class MaskedPath {

    private static final Pattern FILLED_IN = Pattern.compile(
            "(?<=/(?:imagecode|smscode|sessions)/).+" + "|(?<![^/])(?!(?:v1\\.0|[A-Za-z._-]{1,30})(?:/|$))[^/]+");

    private MaskedPath() {}

    static String of(String path) {
        return FILLED_IN.matcher(path).replaceAll("***");
    }
}
