package io.passport.emulators.http;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rejects requests of other sites in the developer's browser with 403: those with a foreign {@code Host} header (DNS
 * rebinding) and those with {@code Sec-Fetch-Site: cross-site}. Others go to the wrapped endpoint.
 */
public final class SameOriginEndpoint implements Endpoint {

    private static final Pattern LOCAL_HOST =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Endpoint endpoint;

    /** Protects this endpoint. */
    public SameOriginEndpoint(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public boolean accepts(Request request) {
        return endpoint.accepts(request);
    }

    @Override
    public Outcome answer(Request request) {
        if (isForeign(request)) {
            return Response.json(403, Map.of("error", "open this address directly, on localhost"));
        }
        return endpoint.answer(request);
    }

    private static boolean isForeign(Request request) {
        boolean localHost = request.header("Host")
                .filter(host -> LOCAL_HOST.matcher(host).matches())
                .isPresent();
        boolean crossSite =
                request.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
        return !localHost || crossSite;
    }
}
