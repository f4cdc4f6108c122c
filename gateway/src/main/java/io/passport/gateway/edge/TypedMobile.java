package io.passport.gateway.edge;

/** The last segment of the path {@code /smscode/{mobile}}, for {@link TypedMobileCustomizer}. */
final class TypedMobile {

    static final String PATH = "/api/v1.0/smscode/";
    private static final String NO_MOBILE = "-";

    private TypedMobile() {}

    /** The URI of a request, with {@code -} in the place of a number that is empty, malformed or not canonical. */
    static String replaceMalformed(String uri) {
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        String number = uri.substring(PATH.length(), end);
        if (number.contains("/") || (!number.isEmpty() && CanonicalPathCheck.isCanonical(uri.substring(0, end)))) {
            return uri;
        }
        return PATH + NO_MOBILE + uri.substring(end);
    }
}
