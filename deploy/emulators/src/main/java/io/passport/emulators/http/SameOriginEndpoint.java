package io.passport.emulators.http;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps other sites that the same browser shows away from an endpoint: by the {@code Host} header those whose name was
 * rebound to this machine, by {@code Sec-Fetch-Site} those that send requests across.
 */
public final class SameOriginEndpoint implements Endpoint {

    private static final Pattern LOCAL_HOST =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private final Endpoint guarded;

    /** Guards this endpoint. */
    public SameOriginEndpoint(Endpoint guarded) {
        this.guarded = guarded;
    }

    @Override
    public boolean accepts(Request request) {
        return guarded.accepts(request);
    }

    @Override
    public Outcome answer(Request request) {
        if (isForeign(request)) {
            return Response.json(403, Map.of("error", "open this address directly, on localhost"));
        }
        return guarded.answer(request);
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
